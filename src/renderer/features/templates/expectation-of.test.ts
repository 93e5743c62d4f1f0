import { expect, test } from 'vitest'
import { expectationOf } from './expectation-of'

const EMPTY = { path: {}, querystring: {}, header: {} }

test('overrides are expected only where some were written', () => {
  expect([
    expectationOf({ ok: true, output: 'a', requestOverride: EMPTY, responseOverride: { header: {} } }),
    expectationOf({ ok: true, output: 'a', requestOverride: EMPTY, responseOverride: { header: {}, status: 404 } }),
    expectationOf({
      ok: true,
      output: 'a',
      requestOverride: { ...EMPTY, header: { X: 1 } },
      responseOverride: { header: {} },
    }),
  ]).toEqual([
    { output: 'a' },
    { output: 'a', responseOverride: { header: {}, status: 404 } },
    { output: 'a', requestOverride: { ...EMPTY, header: { X: 1 } } },
  ])
})

test('a failure is expected to fail again', () => {
  const range = { start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 }
  const error = { code: 'template/stop', severity: 'error', message: 'It stops', range } as const
  expect(expectationOf({ ok: false, output: 'half', error })).toEqual({ fails: true })
})
