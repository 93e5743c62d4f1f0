import { describe, expect, test } from 'vitest'
import { compileTemplate } from '../compile-template'
import type { RenderOptions } from '../render-options'
import { renderTemplate } from '../render-template'

function render(template: string, options: Partial<RenderOptions> = {}, context: Record<string, unknown> = {}) {
  const outcome = renderTemplate(compileTemplate(template), { body: '{}', context }, { profile: 'apigw', ...options })
  return outcome.ok ? outcome.output : `${outcome.error.code}: ${outcome.error.message}`
}

const twice = (name: string): string =>
  `template/overridden-twice: $context.${name} is overridden twice. Set a variable first, and override once at the end.`

describe('overrides', () => {
  test.each([
    [
      '#set($context.requestOverride.header.a = "1")#set($context.requestOverride.header.a = "2")',
      'requestOverride.header.a',
    ],
    [
      '#set($context.responseOverride.status = 201)#set($context.responseOverride.status = 202)',
      'responseOverride.status',
    ],
    ['#foreach($i in [1, 2])#set($context.responseOverride.header["x"] = "$i")#end', 'responseOverride.header.x'],
    [
      '#set($q = $context.requestOverride.querystring)$!q.put("a", "1")$!q.put("a", "2")',
      'requestOverride.querystring.a',
    ],
  ])('fail a template that sets one twice: %s', (template, name) => {
    expect(render(template)).toBe(twice(name))
  })

  test('may be set once in each template, each by its own name', () => {
    const overrides = {
      requestOverride: { path: {}, querystring: {}, header: { a: '1' } },
      responseOverride: { header: {} },
    }
    expect(
      render(
        '#set($context.requestOverride.header.a = "2")#set($context.requestOverride.header.b = "3")$context.requestOverride.header.a',
        { overrides },
      ),
    ).toBe('2')
  })

  test('may be set twice where a template is plain Velocity', () => {
    const template = '#set($context.requestOverride.header.a = "1")#set($context.requestOverride.header.a = "2")ok'
    expect(render(template, { profile: 'velocity' })).toBe('ok')
  })
})

describe('the claims of a token', () => {
  const context = { authorizer: { claims: { sub: 'u1', __proto__x: 'y' } } }

  test('print one by one, and null together', () => {
    expect(render('$context.authorizer.claims.sub $context.authorizer.claims', {}, context)).toBe('u1 null')
  })

  test('can be walked through', () => {
    const walk = '#foreach($name in $context.authorizer.claims.keySet())$name #end'
    expect(render(walk, {}, context)).toBe('sub __proto__x ')
  })
})
