import { describe, expect, it } from 'vitest'
import type { TemplateComparison, TemplateRenderAnswer, TemplateRenderRequest } from '@shared/contract/template'
import { renderRequest, type CompareEngines } from './render-request'

const NO_OVERRIDES = {
  requestOverride: { path: {}, querystring: {}, header: {} },
  responseOverride: { header: {} },
}
const request: TemplateRenderRequest = {
  template: '{"id": $input.path("$.id")}',
  event: { body: '{"id": 7}' },
  profile: 'apigw',
  record: false,
  compare: false,
}
const render = (
  more: Partial<TemplateRenderRequest> = {},
  compare: CompareEngines | null = null,
): TemplateRenderAnswer => renderRequest({ ...request, ...more }, { now: () => 5, compare })

describe('renderRequest', () => {
  it('gives the output, that it is JSON, and the time', () => {
    expect(render()).toEqual({
      outcome: { ok: true, output: '{"id": 7}', ...NO_OVERRIDES },
      problems: [],
      recording: null,
      comparison: null,
      json: { valid: true },
      durationMs: 0,
    })
  })

  it('says where an output stops being JSON', () => {
    expect(render({ event: { body: null } }).json).toEqual({
      valid: false,
      message: '"}" where a value must stand.',
      line: 1,
      column: 8,
    })
  })

  it('records on request, and warns of what has no value where it stands', () => {
    const { recording, problems } = render({ record: true, event: { body: null }, template: 'a\n$gone $!gone' })
    expect(recording?.isCut).toBe(false)
    expect(recording?.steps.filter(({ kind }) => kind === 'reference').map(({ name }) => name)).toEqual([
      '$gone',
      '$!gone',
    ])
    expect(problems.map(({ code, severity, range }) => [code, severity, range.line, range.column])).toEqual([
      ['template/missing-value', 'warning', 2, 1],
    ])
  })

  it('gives every problem of the syntax in order, and the first as the reason', () => {
    const { outcome, problems, json } = render({ template: '#if($a)\n#set($x = )\n$input.path(\n' })
    expect([outcome.ok, json, problems.length > 0]).toEqual([false, null, true])
    expect(outcome.ok ? null : outcome.error).toEqual(problems.find(({ severity }) => severity === 'error'))
    expect(problems.map(({ range }) => range.start)).toEqual(
      problems.map(({ range }) => range.start).toSorted((a, b) => a - b),
    )
  })

  it('gives what ended a render among the problems, and what was written before', () => {
    const { outcome, problems } = render({ template: 'before\n#set($list = [1])\n$list.get(5)' })
    expect([outcome.ok, outcome.output]).toEqual([false, 'before\n'])
    expect(problems.map(({ severity, range }) => [severity, range.line])).toEqual([['error', 3]])
    expect(problems[0]).toEqual(outcome.ok ? null : outcome.error)
  })

  it('asks the other engine only when it shall, with the outcome', () => {
    const comparison: TemplateComparison = { engine: 'velocityjs', output: '{}', message: null, isSame: false }
    const asked: unknown[] = []
    const compare: CompareEngines = (of, outcome) => {
      asked.push([of.template, outcome.output])
      return comparison
    }
    expect([render({}, compare).comparison, render({ compare: true }, compare).comparison]).toEqual([null, comparison])
    expect(asked).toEqual([[request.template, '{"id": 7}']])
    expect(render({ compare: true }).comparison).toBe(null)
  })

  it('tells of what the service keeps silent about', () => {
    const { outcome, problems } = render({ template: 'a\n#foreach($i in [1..1500])#end' })
    expect([outcome.ok, problems.map(({ severity, range }) => [severity, range.line])]).toEqual([
      true,
      [['warning', 2]],
    ])
  })

  it('ends a template that would never', () => {
    const loop = '#foreach($i in [1..1000])'
    const { outcome } = render({ template: `${loop}${loop}${loop}x#end#end#end` })
    expect(outcome.ok).toBe(false)
  })
})
