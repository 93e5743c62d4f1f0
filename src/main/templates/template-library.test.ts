import { describe, expect, it } from 'vitest'
import { LIBRARY_GROUPS } from '@shared/templates/library/library-template'
import { TEMPLATE_LIBRARY } from '@shared/templates/library/template-library'
import { outputJson } from './output-json'
import { renderRequest } from './render-request'
import { meets } from './run-template-case'

/** Forms, and an answer without a body. */
const NO_JSON = ['sqs-send-message', 'sns-publish', 'cors-preflight']

describe('the template library', () => {
  it.each(TEMPLATE_LIBRARY)('$name makes of its event what it says', ({ source, event, profile, expected }) => {
    const request = { template: source, event, profile, record: false, compare: false }
    const { outcome, problems } = renderRequest(request, { now: () => 0, compare: null })
    expect(problems).toEqual([])
    expect(outcome.ok && outcome.output).toBe(expected.output)
    expect(meets(expected, outcome)).toBe(true)
  })

  it.each(TEMPLATE_LIBRARY)('$name leaves no value out of its example', ({ source, event, profile }) => {
    const request = { template: source, event, profile, record: true, compare: false }
    expect(renderRequest(request, { now: () => 0, compare: null }).problems).toEqual([])
  })

  it('gives JSON wherever JSON must be', () => {
    const others = TEMPLATE_LIBRARY.filter(({ expected }) => !outputJson(expected.output).valid)
    expect(others.map(({ id }) => id)).toEqual(NO_JSON)
  })

  it('has every group, in order, and no id or name twice', () => {
    const groups = TEMPLATE_LIBRARY.map(({ group }) => LIBRARY_GROUPS.indexOf(group))
    expect(groups).toEqual(groups.toSorted((a, b) => a - b))
    expect(new Set(groups).size).toBe(LIBRARY_GROUPS.length)
    expect(new Set(TEMPLATE_LIBRARY.map(({ id }) => id)).size).toBe(TEMPLATE_LIBRARY.length)
    expect(new Set(TEMPLATE_LIBRARY.map(({ name }) => name)).size).toBe(TEMPLATE_LIBRARY.length)
  })

  it('describes each in whole sentences', () => {
    expect(TEMPLATE_LIBRARY.filter(({ description }) => !/^[A-Z].{40,300}[.*]$/.test(description))).toEqual([])
  })
})
