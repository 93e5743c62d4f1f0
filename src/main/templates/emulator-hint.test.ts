import { describe, expect, it } from 'vitest'
import type { TemplateRenderRequest } from '@shared/contract/template'
import { compareWithVelocityjs } from './compare-with-velocityjs'
import { renderRequest } from './render-request'

function answered(template: string, body = '{"a": {"b": 1}}') {
  const request: TemplateRenderRequest = { template, event: { body }, profile: 'apigw', record: true, compare: true }
  return renderRequest(request, { now: () => 0, compare: compareWithVelocityjs })
}

describe('the comparison with velocityjs', () => {
  it('finds nothing to say about a template both render alike', () => {
    const { comparison, problems } = answered('{"x": "y"}')
    expect([comparison, problems]).toEqual([
      { engine: 'velocityjs', output: '{"x": "y"}', message: null, isSame: true },
      [],
    ])
  })

  it('points at the part of the template that is rendered otherwise', () => {
    const { comparison, problems } = answered('ok\n$nope.x')
    expect(comparison?.isSame).toBe(false)
    expect(
      problems
        .filter(({ code }) => code === 'template/emulators-differ')
        .map(({ range }) => [range.line, range.column]),
    ).toEqual([[2, 1]])
  })

  it('says when velocityjs accepts what is no template', () => {
    expect(answered('#if(true)x').comparison?.message).toBe('velocityjs accepts this template; API Gateway refuses it.')
  })

  it('does not give it a template that would keep it busy', () => {
    expect(answered('#foreach($i in [1..1000000])x#end').comparison?.message).toBe(
      'Not compared: the template takes too many steps, or fails.',
    )
  })
})
