import { describe, expect, it } from 'vitest'
import type { SuiteFolder } from '../conformance-suite'
import { VTL_SUITE } from './vtl'

function play(...lines: (object | string)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const folder: SuiteFolder = { files: ['README.md', 'made-up.jsonl'], text: () => text, json: () => null }
  return VTL_SUITE.play(folder)
}

const printed = (output: string) => ({ ok: true, output })

describe('VTL_SUITE', () => {
  it('plays every line in the profiles that it expects something of', () => {
    const template = '$missing|$input.params("a")|$context.b|$stageVariables.c'
    const given = { template, body: null, params: { path: { a: '1' } }, context: { b: 2 }, stageVariables: { c: '3' } }
    expect(
      play(
        { ...given, id: 'both', expect: { apigw: printed('|1|2|3'), velocity: printed('$missing|1|2|3') } },
        { ...given, id: 'one', expect: { apigw: printed('|1|2|3') } },
        { ...given, id: 'other-fails', expect: { apigw: printed('|1|2|3'), velocity: printed('|1|2|3') } },
      ).map(({ id, outcome, message }) => [id, outcome, message]),
    ).toEqual([
      ['both', 'passed', undefined],
      ['one', 'passed', undefined],
      ['other-fails', 'failed', 'velocity: output: expected "|1|2|3", found "$missing|1|2|3"'],
    ])
  })

  it('compares overrides, of which absent ones are empty', () => {
    const template = '#set($context.responseOverride.status = 404)#set($context.requestOverride.header.A = "b")'
    const status = { responseOverride: { header: {}, status: 404 } }
    const header = { requestOverride: { header: { A: 'b' } } }
    const outcomes = play(
      { template, id: 'all', expect: { apigw: { ...printed(''), ...status, ...header } } },
      { template, id: 'without-header', expect: { apigw: { ...printed(''), ...status } } },
      { template, id: 'without-status', expect: { apigw: { ...printed(''), ...header } } },
    ).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['passed', 'failed', 'failed'])
  })

  it('wants a failure where one is expected, and none elsewhere', () => {
    const failure = { apigw: { ok: false, error: 'any.Exception' } }
    const outcomes = play(
      { template: '#if(', id: 'a', expect: failure },
      { template: 'fine', id: 'b', expect: failure },
      { template: '#if(', id: 'c', expect: { apigw: printed('#if(') } },
    ).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['passed', 'failed', 'failed'])
  })

  it('keeps the tags of a case, names cases without an id by their place, and goes on after a broken line', () => {
    const expected = { apigw: printed('x') }
    expect(
      play({ template: 'x', tags: ['engine-bug'], expect: expected }, '', '{', { template: 'x', expect: {} }),
    ).toEqual([
      { id: 'made-up/0', outcome: 'passed', tags: ['engine-bug'] },
      {
        id: 'made-up/2',
        outcome: 'failed',
        message: expect.stringMatching(/^playing it failed: /) as string,
        tags: [],
      },
      { id: 'made-up/3', outcome: 'skipped', message: 'nothing is expected', tags: [] },
    ])
  })
})
