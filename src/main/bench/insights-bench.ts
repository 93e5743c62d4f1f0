import { GUIDE_QUERIES } from '../insights/guide-queries'
import type { LogRecord } from '../insights/log-record'
import { runQuery } from '../insights/run-query'

const LINES = 1_000_000
const RUNS = 3

/**
 * Lines a second for the guides' three queries over a million access-log lines in the guide's format, beside JSON.parse of the same lines
 * and nothing more. Best of several, measured in turns.
 */
export function benchInsights() {
  const records = accessLog(LINES)
  const best = new Map<string, number>()
  for (let run = 0; run < RUNS; run++) {
    note(best, 'JSON.parse', () => parseAll(records))
    for (const { id, query } of GUIDE_QUERIES) note(best, id, () => answer(query, records))
  }
  return {
    lines: LINES,
    unit: 'lines a second',
    jsonParse: rate(best.get('JSON.parse')!),
    ...Object.fromEntries(GUIDE_QUERIES.map(({ id }) => [id, rate(best.get(id)!)])),
  }
}

function note(best: Map<string, number>, name: string, work: () => void): void {
  const startedAt = performance.now()
  work()
  best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - startedAt))
}

function rate(milliseconds: number): number {
  return Math.round((LINES / milliseconds) * 1000)
}

function parseAll(records: readonly LogRecord[]): void {
  let slow = 0
  for (const record of records) {
    const { latency } = JSON.parse(record['@message']) as { readonly latency: string }
    if (Number(latency) > 1000) slow++
  }
  if (slow === 0) throw new Error('The bench parses something else.')
}

function answer(query: string, records: readonly LogRecord[]): void {
  const { result } = runQuery(query, records)
  if (result === null || result.rows.length === 0) throw new Error('The bench answers something else.')
}

/** Without chance: the same lines each time. */
function accessLog(count: number): readonly LogRecord[] {
  const startedAt = Date.UTC(2026, 3, 9, 18, 55)
  return Array.from({ length: count }, (_, index) => ({
    '@timestamp': startedAt + index,
    '@message': accessLogLine(index),
    '@logStream': 'bench',
  }))
}

function accessLogLine(index: number): string {
  const mixed = Math.imul(index + 1, 2_654_435_761) >>> 0
  return JSON.stringify({
    requestId: `${mixed.toString(16).padStart(8, '0')}-7b61-11e6-9a41-${String(index).padStart(12, '0')}`,
    ip: `203.0.${mixed % 16}.${(mixed >>> 8) % 256}`,
    caller: '-',
    user: '-',
    requestTime: '09/Apr/2026:18:55:00 +0000',
    httpMethod: mixed % 3 === 0 ? 'POST' : 'GET',
    resourcePath: ['/orders', '/orders/{id}', '/customers/{id}/orders'][(mixed % 7) % 3],
    status: mixed % 19 === 0 ? '500' : mixed % 11 === 0 ? '404' : '200',
    protocol: 'HTTP/1.1',
    responseLength: String(mixed % 4096),
    latency: String((mixed >>> 4) % 1200),
    integrationLatency: String((mixed >>> 4) % 1100),
    integrationStatus: '200',
    errorMessage: '-',
    errorType: '-',
  })
}
