import { expect, it } from 'vitest'
import { GUIDE_QUERIES } from './guide-queries'
import { answer, recordsOf } from './testing/answer'
import { runQuery } from './run-query'

/** Of the guide's format: every value is text. */
interface Line {
  readonly requestId: string
  readonly ip: string
  readonly httpMethod: string
  readonly resourcePath: string
  readonly status: string
  readonly latency: string
}

const LINES: readonly Line[] = Array.from({ length: 3000 }, (_, index) => {
  const mixed = Math.imul(index + 1, 2_654_435_761) >>> 0
  return {
    requestId: `r${index}`,
    ip: `203.0.113.${(mixed >>> 5) % 29}`,
    httpMethod: mixed % 3 === 0 ? 'POST' : 'GET',
    resourcePath: mixed % 5 === 0 ? '/orders/{id}' : '/orders',
    status: mixed % 13 === 0 ? '-' : String(200 + (mixed % 4) * 100),
    // Each another, so that there is one right order.
    latency: String((index * 7919) % 3001),
  }
})
const queryOf = (id: string) => GUIDE_QUERIES.find((one) => one.id === id)!.query

it('finds the twenty slowest requests over a second', () => {
  const slowest = LINES.map((line, index) => ({ line, index }))
    .filter(({ line }) => Number(line.latency) > 1000)
    .sort((a, b) => Number(b.line.latency) - Number(a.line.latency))
    .slice(0, 20)
  expect(answer(queryOf('slow-requests'), recordsOf(LINES))).toEqual(
    slowest.map(({ line: { requestId, httpMethod, resourcePath, latency }, index }) => ({
      '@timestamp': new Date(Date.UTC(2026, 4, 1, 10) + index * 1000).toISOString().replace('T', ' ').slice(0, 23),
      requestId,
      httpMethod,
      resourcePath,
      latency,
    })),
  )
})

it('counts errors by route and status; a dash is no status', () => {
  const counts = new Map<string, number>()
  for (const { httpMethod, resourcePath, status } of LINES) {
    if (status === '-' || Number(status) < 400) continue
    const key = JSON.stringify({ httpMethod, resourcePath, status })
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(answer(queryOf('errors-by-route'), recordsOf(LINES))).toEqual(
    [...counts].map(([key, count]) => ({ ...(JSON.parse(key) as object), 'count()': String(count) })),
  )
})

it('ranks callers by their requests', () => {
  const counts = new Map<string, number>()
  for (const { ip } of LINES) counts.set(ip, (counts.get(ip) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10)
  expect(answer(queryOf('busiest-callers'), recordsOf(LINES))).toEqual(
    ranked.map(([ip, count]) => ({ ip, requestCount: String(count) })),
  )
})

it('says how much was looked at, and what kind each column is', () => {
  const { result } = runQuery(queryOf('slow-requests'), recordsOf(LINES))
  expect({ ...result, rows: result?.rows.length, pointers: result?.pointers?.length }).toEqual({
    columns: [
      { name: '@timestamp', kind: 'time' },
      { name: 'requestId', kind: 'text' },
      { name: 'httpMethod', kind: 'text' },
      { name: 'resourcePath', kind: 'text' },
      { name: 'latency', kind: 'number' },
    ],
    rows: 20,
    pointers: 20,
    recordsScanned: 3000,
    recordsMatched: LINES.filter(({ latency }) => Number(latency) > 1000).length,
    notes: [],
  })
})
