import { expect, test } from 'vitest'
import type { TemplateCaseResult, TemplateOutcome } from '@shared/contract/template'
import type { TemplateExpectation } from '@shared/design/mapping-template'
import { describeCaseResult } from './describe-case-difference'

const NO_REQUEST = { path: {}, querystring: {}, header: {} }
const rendered = (output: string, header: Readonly<Record<string, unknown>> = {}): TemplateOutcome => ({
  ok: true,
  output,
  requestOverride: { ...NO_REQUEST, header },
  responseOverride: { header: {} },
})
const failed: TemplateOutcome = {
  ok: false,
  output: '',
  error: {
    code: 'template/loop-limit',
    severity: 'error',
    message: 'Stopped after 1,000 loop turns',
    range: { start: 0, end: 4, line: 3, column: 1, endLine: 3, endColumn: 5 },
  },
}
const described = (expected: TemplateExpectation, outcome: TemplateOutcome, result: 'pass' | 'fail' = 'fail') => {
  const played: TemplateCaseResult = { template: 't', case: 'c', result, outcome, durationMs: 0.3 }
  return describeCaseResult(expected, played)
}

test.each<[string, TemplateExpectation, TemplateOutcome, string]>([
  [
    'another line',
    { output: '{\n "price": 12\n}' },
    rendered('{\n "price": \n}'),
    'line 2 is “"price":”, expected “"price": 12”',
  ],
  ['an empty line', { output: 'a\nb' }, rendered('a\n'), 'line 2 is empty, expected “b”'],
  ['white space alone', { output: 'a: 1' }, rendered('a:1'), 'line 1 has other white space'],
  ['a text that ends early', { output: 'a\nb\nc' }, rendered('a'), 'ends after line 1, 3 lines are expected'],
  ['a text that goes on', { output: 'a' }, rendered('a\nb'), 'goes on after line 1, where the end is expected'],
  ['a failure', { output: 'a' }, failed, 'line 3: Stopped after 1,000 loop turns'],
  ['a failure that did not come', { fails: true }, rendered('a'), 'renders, a failure is expected'],
  [
    'an override',
    { output: 'a', requestOverride: { ...NO_REQUEST, header: { X: 'b' } } },
    rendered('a', { X: 'c' }),
    'requestOverride.header.X is "c", expected "b"',
  ],
  [
    'an override that is not there',
    { output: 'a', requestOverride: { header: { X: 'b' } } },
    rendered('a'),
    'requestOverride.header.X is absent, expected "b"',
  ],
])('%s is put into words', (_, expected, outcome, words) => {
  expect(described(expected, outcome)).toBe(words)
})

test('a long line is cut', () => {
  expect(described({ output: 'x'.repeat(90) }, rendered('y'))).toBe(`line 1 is “y”, expected “${'x'.repeat(32)}…”`)
})

test('a case that passes says so', () => {
  expect([described({ output: 'a' }, rendered('a'), 'pass'), described({ fails: true }, failed, 'pass')]).toEqual([
    'as expected',
    'fails, as expected',
  ])
})
