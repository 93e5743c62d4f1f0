import { describe, expect, it } from 'vitest'
import type { TemplateOutcome } from '@shared/contract/template'
import type { MappingTemplate } from '@shared/design/mapping-template'
import { meets, runTemplateCases } from './run-template-case'

const NO_OVERRIDES = {
  requestOverride: { path: {}, querystring: {}, header: {} },
  responseOverride: { header: {} },
}
const rendered = (output: string, more: object = {}): TemplateOutcome => ({
  ok: true,
  output,
  ...NO_OVERRIDES,
  ...more,
})
const range = { start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 }
const failed: TemplateOutcome = {
  ok: false,
  output: 'a',
  error: { code: 'template/x', severity: 'error', message: 'x', range },
}

describe('meets', () => {
  it('compares the output character for character', () => {
    expect(meets({ output: 'a\n' }, rendered('a\n'))).toBe(true)
    expect(meets({ output: 'a\n' }, rendered('a'))).toBe(false)
    expect(meets({ output: '' }, rendered(''))).toBe(true)
  })

  it('of a failure is what a case expects that says so, whatever was written before', () => {
    expect(meets({ fails: true }, failed)).toBe(true)
    expect(meets({ fails: true }, rendered('a'))).toBe(false)
    expect(meets({ output: 'a' }, failed)).toBe(false)
  })

  it('looks at overrides only when the case names them', () => {
    const changed = rendered('', { responseOverride: { header: { A: '1' }, status: 404 } })
    expect(meets({ output: '' }, changed)).toBe(true)
    expect(meets({ output: '', responseOverride: { status: 404, header: { A: '1' } } }, changed)).toBe(true)
    expect(meets({ output: '', responseOverride: { status: 404 } }, changed)).toBe(false)
    expect(meets({ output: '', requestOverride: {} }, changed)).toBe(true)
    expect(meets({ output: '', requestOverride: { path: { id: '1' } } }, changed)).toBe(false)
  })
})

describe('runTemplateCases', () => {
  it('plays every case in order, with the time of each', () => {
    const template: MappingTemplate = {
      source: '{"id": $input.path("$.id")}',
      profile: 'apigw',
      cases: [
        { name: 'a number', event: { body: '{"id": 7}' }, expected: { output: '{"id": 7}' } },
        { name: 'no id', event: { body: null }, expected: { output: '{"id": null}' } },
      ],
    }
    let clock = 0
    expect(runTemplateCases('a.vtl', template, () => (clock += 0.25))).toEqual([
      {
        template: 'a.vtl',
        case: 'a number',
        result: 'pass',
        outcome: rendered('{"id": 7}'),
        durationMs: expect.any(Number),
      },
      {
        template: 'a.vtl',
        case: 'no id',
        result: 'fail',
        outcome: rendered('{"id": }'),
        durationMs: expect.any(Number),
      },
    ])
  })

  it('renders as the profile of the template says', () => {
    const cases = [{ name: 'c', event: { body: null }, expected: { output: '$gone' } }]
    const play = (profile: MappingTemplate['profile']): string[] =>
      runTemplateCases('a.vtl', { source: '$gone', profile, cases }, () => 0).map(({ result }) => result)
    expect([play('velocity'), play('apigw')]).toEqual([['pass'], ['fail']])
  })

  it('of a template that does not parse all fail, as some may expect', () => {
    const cases = [
      { name: 'a', event: { body: null }, expected: { fails: true } },
      { name: 'b', event: { body: null }, expected: { output: '' } },
    ] as const
    const results = runTemplateCases('a.vtl', { source: '#if(', profile: 'apigw', cases }, () => 0)
    expect(results.map(({ result, outcome }) => [result, outcome.ok])).toEqual([
      ['pass', false],
      ['fail', false],
    ])
  })
})
