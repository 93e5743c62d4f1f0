import { describe, expect, it } from 'vitest'
import type { TemplateProblem, TemplateRenderAnswer } from '@shared/contract/template'
import { keepDetails } from './keep-details'

const place = { start: 5, end: 6, line: 1, column: 6, endLine: 1, endColumn: 7 }
const hint: TemplateProblem = { code: 'template/missing-value', severity: 'warning', message: 'none', range: place }
const syntax: TemplateProblem = { code: 'template/set', severity: 'error', message: 'no', range: place }

function answer(output: string, parts: Partial<TemplateRenderAnswer> = {}): TemplateRenderAnswer {
  const overrides = { requestOverride: { path: {}, querystring: {}, header: {} }, responseOverride: { header: {} } }
  return {
    outcome: { ok: true, output, ...overrides },
    problems: [],
    recording: null,
    comparison: null,
    json: null,
    durationMs: 1,
    ...parts,
  }
}

const recording = { steps: [], isCut: false, lineRuns: [1] }

describe('keepDetails', () => {
  it('keeps recording, comparison and their hints until the new ones are there', () => {
    const comparison = { engine: 'velocityjs', output: 'x', message: null, isSame: false } as const
    const before = answer('old', { recording, comparison, problems: [hint, syntax] })
    expect(keepDetails(answer('new'), before)).toEqual(answer('new', { recording, comparison, problems: [hint] }))
  })

  it('keeps nothing beside a failure', () => {
    const failed = answer('', { outcome: { ok: false, error: syntax, output: '' } })
    expect(keepDetails(failed, answer('old', { recording }))).toBe(failed)
  })
})
