import { describe, expect, it } from 'vitest'
import type { TemplateRecording, TemplateStep } from '@shared/contract/template'
import { missingValues } from './missing-values'

const source = { start: 10, end: 20, line: 2, column: 3, endLine: 2, endColumn: 13 }
const step: TemplateStep = {
  kind: 'reference',
  source,
  output: { start: 0, end: 0 },
  loops: [],
  name: '$item.price',
  value: { type: 'missing', text: '' },
}
const recording = (...steps: TemplateStep[]): TemplateRecording => ({ steps, isCut: false, lineRuns: [] })

describe('missingValues', () => {
  it('names the reference, what becomes of it and what to do', () => {
    expect(missingValues(recording(step), 'apigw')).toEqual([
      {
        code: 'template/missing-value',
        severity: 'warning',
        message:
          '$item.price has no value: API Gateway prints nothing for it. Give it a value with #set, or wrap it in #if.',
        range: source,
      },
    ])
    expect(missingValues(recording(step), 'velocity')[0]?.message).toBe(
      '$item.price has no value: Velocity prints it as it is written. Give it a value with #set, or wrap it in #if.',
    )
  })

  it('tells of the first round only', () => {
    const inRound = (round: number): TemplateStep => ({
      ...step,
      loops: [
        { name: 'order', round: 1 },
        { name: 'item', round },
      ],
    })
    expect(missingValues(recording(inRound(2), inRound(3)), 'apigw').map(({ message }) => message)).toEqual([
      '$item.price has no value in round 1 of $order, round 2 of $item: API Gateway prints nothing for it. ' +
        'Give it a value with #set, or wrap it in #if.',
    ])
  })

  it('has nothing to say of what is there, of quiet references, of other steps and of evaluated text', () => {
    const others: TemplateStep[] = [
      { ...step, value: { type: 'String', size: 0, text: '' } },
      { ...step, name: '$!item.price' },
      { ...step, name: '$!{item.price}' },
      { ...step, kind: 'if' },
      { ...step, source: { ...source, line: 0 } },
    ]
    expect(missingValues(recording(...others), 'apigw')).toEqual([])
  })
})
