import { expect, test } from 'vitest'
import type { TemplateCaseResult } from '@shared/contract/template'
import type { MappingTemplate } from '@shared/design/mapping-template'
import { caseTally, tallyWords } from './case-tally'

const template = (...names: string[]): MappingTemplate => ({
  source: '',
  profile: 'apigw',
  cases: names.map((name) => ({ name, event: { body: null }, expected: { output: '' } })),
})
const played = (result: 'pass' | 'fail'): TemplateCaseResult => ({
  template: 't',
  case: 'c',
  result,
  outcome: {
    ok: true,
    output: '',
    requestOverride: { path: {}, querystring: {}, header: {} },
    responseOverride: { header: {} },
  },
  durationMs: 0.2,
})

test('cases that are gone and cases not played yet do not count as passed', () => {
  const results = { a: played('pass'), b: played('fail'), gone: played('pass') }
  expect(caseTally(template('a', 'b', 'c'), results)).toEqual({ total: 3, known: 2, passed: 1, failed: 1 })
})

test('a case named like a member of every object is not one that was played', () => {
  expect(caseTally(template('constructor'), {}).known).toBe(0)
})

test.each([
  [template(), {}, 'no case'],
  [template('a'), undefined, '1 case'],
  [template('a', 'b'), {}, '2 cases'],
  [template('a', 'b'), { a: played('pass'), b: played('fail') }, '1/2'],
])('a tally in words', (saved, results, words) => {
  expect(tallyWords(caseTally(saved, results))).toBe(words)
})
