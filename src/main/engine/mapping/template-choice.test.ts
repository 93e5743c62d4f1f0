import { describe, expect, it } from 'vitest'
import { chooseRequestTemplate, chooseResponseTemplate } from './template-choice'

describe('chooseRequestTemplate', () => {
  const json = { 'application/json': 'a' }

  it.each([
    ['application/json', { contentType: 'application/json', source: 'a' }],
    ['Application/JSON; charset=utf-8', { contentType: 'application/json', source: 'a' }],
    [undefined, { contentType: 'application/json', source: 'a' }],
    ['application/xml', 'refuse'],
  ])('with NEVER and %s', (contentType, chosen) => {
    const settings = { requestTemplates: json, passthroughBehavior: 'NEVER' as const }
    expect(chooseRequestTemplate(settings, contentType)).toEqual(chosen)
  })

  it.each([
    [json, undefined, 'pass'],
    [json, 'WHEN_NO_MATCH', 'pass'],
    [json, 'WHEN_NO_TEMPLATES', 'refuse'],
    [json, 'NEVER', 'refuse'],
    [{}, 'WHEN_NO_MATCH', 'pass'],
    [{}, 'WHEN_NO_TEMPLATES', 'pass'],
    [{}, 'NEVER', 'refuse'],
  ] as const)('for another type than those of %j with %s', (requestTemplates, passthroughBehavior, chosen) => {
    const settings = { requestTemplates, ...(passthroughBehavior && { passthroughBehavior }) }
    expect(chooseRequestTemplate(settings, 'text/plain')).toBe(chosen)
  })

  it('falls back to $default, and takes an empty template for none', () => {
    const settings = { requestTemplates: { $default: 'd', 'text/plain': '' }, passthroughBehavior: 'NEVER' as const }
    expect([chooseRequestTemplate(settings, 'text/css'), chooseRequestTemplate(settings, 'text/plain')]).toEqual([
      { contentType: '$default', source: 'd' },
      'pass',
    ])
  })
})

describe('chooseResponseTemplate', () => {
  const templates = { 'text/css': 'c', 'application/json': 'j', 'text/plain': 'p', 'text/html': '' }

  it.each([
    ['text/plain, application/json', { contentType: 'text/plain', source: 'p' }],
    ['text/plain;q=0.5', { contentType: 'text/plain', source: 'p' }],
    ['image/png', { contentType: 'application/json', source: 'j' }],
    [undefined, { contentType: 'application/json', source: 'j' }],
    ['text/html', null],
  ])('for %s', (accept, chosen) => {
    expect(chooseResponseTemplate(templates, accept)).toEqual(chosen)
  })

  it('takes the first where there is none for JSON, and none where there is none', () => {
    expect([
      chooseResponseTemplate({ 'text/css': 'c', 'text/xml': 'x' }, '*/*'),
      chooseResponseTemplate({}, '*/*'),
    ]).toEqual([{ contentType: 'text/css', source: 'c' }, null])
  })
})
