import { describe, expect, it } from 'vitest'
import type { Scenario } from '@shared/design/scenario'
import { orderDesign } from '@shared/design/order-design.fixture'
import { finishedRun, finishedSnapshot } from './finished-run.fixture'
import { htmlReport } from './html-report'

const scenario: Scenario = { ...orderDesign().scenarios[0]!, description: 'Everybody at once.' }
const report = (changes: Parameters<typeof finishedRun>[0] = {}, more: Partial<Scenario> = {}): string =>
  htmlReport(finishedRun(changes), finishedSnapshot(), { ...scenario, ...more }).text

/** The text of each cell of the table with this caption, row by row. */
function table(text: string, caption: string): string[][] {
  const body = text.split(caption)[1] ?? ''
  const rows = body.split('</table>')[0]!.match(/<tr>[\s\S]*?<\/tr>/g) ?? []
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => words(cell)))
}

const words = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

describe('htmlReport', () => {
  it('is one file that fetches nothing and runs nothing', () => {
    const text = report()
    expect(text).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;')
    expect(text.match(/<script|<link|<img|<iframe|@import|url\((?!#)|https?:|\son\w+=/gi)).toBe(null)
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en">/)
  })

  it('follows the theme of the reader, and prints on white', () => {
    const text = report()
    expect(text).toContain('@media (prefers-color-scheme:dark){:root{--window:#131619')
    expect(text).toContain('@media print{:root{--window:#f4f5f7')
  })

  it('is named after its scenario', () => {
    expect(htmlReport(finishedRun(), finishedSnapshot(), scenario)).toMatchObject({
      name: 'rush-hour-report.html',
      notes: [],
    })
  })

  it('tells what a replayed log held that was not played', () => {
    const replay = {
      source: 'monday',
      lines: 12,
      unreadable: 1,
      unknownRoutes: 0,
      otherRoutes: 0,
      late: 0,
      problems: [{ line: 3, reason: 'is not <JSON>' }],
    }
    const notes = /<h2>Replayed logs<\/h2>([\s\S]*?)<\/ul>/
    expect(words(notes.exec(report({ replays: [replay] }))?.[1] ?? '')).toBe(
      'monday played 11 lines of its log; left out: 1 line that cannot be read line 3 is not &lt;JSON&gt;',
    )
    expect(notes.exec(report())).toBe(null)
  })

  it('shows totals, routes, keys, checks, answers and cost', () => {
    const text = report()
    expect(table(text, 'How requests ended')).toEqual([
      ['Outcome', 'Status', 'Requests', 'Share', ''],
      ['Answered by the backend', '200', '3', '30.0 %', ''],
      ['Throttled by the method’s limit', '429', '3', '30.0 %', ''],
      ['Answered from the cache', '200', '2', '20.0 %', ''],
      ['The backend answered 5xx', '502', '1', '10.0 %', ''],
      ['Denied', '403', '1', '10.0 %', ''],
      ['All', '', '10', '', ''],
    ])
    expect(table(text, 'Routes')).toEqual([
      ['Route', 'Requests', 'Admitted', 'Throttled', 'Share throttled', ''],
      ['POST /orders', '6', '3', '3', '50.0 %', ''],
      ['GET /orders', '4', '3', '0', '0.0 %', ''],
    ])
    expect(table(text, 'API keys').slice(1)).toEqual([
      ['acme', '9', '6', '3', '33.3 %', ''],
      ['no key', '1', '0', '0', '0.0 %', ''],
    ])
    expect(table(text, 'What has to hold').slice(1)).toEqual([
      ['Throttled share of POST /orders &lt;= 5 %', '50 %', '✗ failed'],
      ['Latency p99 &lt; 250 ms', '120 ms', '✓ passed'],
    ])
    expect(
      table(text, 'What charts do not show')
        .slice(1)
        .map(([name, value]) => [name, value]),
    ).toEqual([
      ['Stale reads', '2'],
      ['Hit ratio of GET /orders', '50 %'],
    ])
    expect(table(text, 'Headroom: the busiest second against each limit').slice(1)).toEqual([
      ['POST /orders', '6', '3', '200.0 %', ''],
    ])
    expect(table(text, 'What a month of this traffic costs').slice(1)).toEqual([
      ['REST API requests', '10,000,000 requests', '10 million at $3.50 a million', '$35.00'],
      ['Total', '', '', '$35.00'],
    ])
  })

  it('says whether the checks hold, at the top', () => {
    const passed = finishedRun().checks.filter((check) => check.passed)
    expect(words(report())).toContain('✗ 1 of 2 checks failed')
    expect(words(report({ checks: passed }))).toContain('✓ 1 of 1 checks passed')
    expect(words(report({ checks: [] }))).not.toContain('checks passed')
  })

  it('draws what there is: requests, latency, status codes, hit ratio, buckets that were used', () => {
    const captions = [...report().matchAll(/<figcaption>([\s\S]*?)<\/figcaption>/g)].map(([, caption = '']) =>
      words(caption),
    )
    expect(captions).toEqual([
      'Requests a second',
      'Latency milliseconds',
      'Status codes a second',
      'Cache hit ratio of look-ups',
      'Token buckets tokens left',
    ])
    expect(report()).not.toMatch(/NaN|undefined/)
  })

  it('stays a report when nothing came', () => {
    const text = htmlReport(
      finishedRun({
        totals: {
          requests: 0,
          admitted: 0,
          throttled: 0,
          blocked: 0,
          quotaExceeded: 0,
          denied: 0,
          rejected: 0,
          errors: 0,
        },
        byOutcome: {},
        routes: [],
        apiKeys: [],
      }),
      finishedSnapshot({ buckets: [], bucketSeries: [] }),
      scenario,
    ).text
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
    expect(text).toContain('<h2>Answers</h2>')
    const silent = { ...finishedRun().answers, staleReads: 0, hitRatioByRoute: {}, headroom: [] }
    expect(report({ answers: silent })).not.toContain('<h2>Answers</h2>')
  })

  it('lets no name out of its place', () => {
    const name = `</title><script>alert(1)</script><img src=x onerror=alert(1)>"'&{{`
    const row = { key: name, requests: 1, admitted: 1, throttled: 1, outcomes: { [name]: 1 } }
    const run = finishedRun({
      scenario: name,
      byOutcome: { [name]: 1 },
      routes: [row],
      apiKeys: [row],
      checks: [{ metric: 'throttled', route: name, apiKey: name, operator: '==', value: 0, actual: 1, passed: false }],
      cost: {
        total: 1,
        lines: [{ id: name, label: name, unit: name, quantity: 1, usd: 1, detail: name }],
        pricesAsOf: name,
        region: name,
        assumptions: [name],
      },
    })
    const headroom = [{ label: name, level: 'method', used: 1, limit: 1 } as const]
    const answers = { ...run.answers, hitRatioByRoute: { [name]: 1 }, headroom }
    const bucket = { label: name, level: 'method', rateLimit: 1, burstLimit: 1 } as const
    const { text } = htmlReport(
      { ...run, answers },
      finishedSnapshot({ buckets: [bucket], bucketSeries: [Float64Array.from([0, 0, 0])] }),
      { ...scenario, name, description: name, apiId: name, stage: name },
    )
    expect(text.match(/<script|<img|<\/title>/g)).toEqual(['</title>'])
    expect(text.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(15)
  })
})
