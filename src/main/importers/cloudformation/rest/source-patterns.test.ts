import { describe, expect, it } from 'vitest'
import { newBudget, SourcePatterns } from './source-patterns'

function patterns(...all: readonly string[]): SourcePatterns {
  const result = new SourcePatterns(newBudget())
  for (const pattern of all) result.add(pattern)
  return result
}

describe('source patterns', () => {
  it.each([
    ['api/*/GET/orders', 'api/prod/GET/orders', true],
    ['api/prod/GET/orders', 'api/prod/GET/orders', true],
    ['api/*', 'api/prod/GET/orders', true],
    ['*', 'api/prod/GET/orders', true],
    ['api/pro?/GET/orders', 'api/prod/GET/orders', true],
    ['api/*/POST/orders', 'api/prod/GET/orders', false],
    ['api/*/GET/order', 'api/prod/GET/orders', false],
    ['', 'api/prod/GET/orders', false],
  ])('%s fits %s: %s', (pattern, text, fits) => {
    expect(patterns('none/*', pattern).match(text)).toBe(fits)
  })

  it('fit what begins with a text', () => {
    const starts = ['api/authorizers/abc', 'api/*', 'api/*/GET/orders', 'other/authorizers/abc']
    expect(starts.map((pattern) => patterns(pattern).matchStart('api/authorizers/'))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('say yes without looking when they were asked too much', () => {
    const spent = new SourcePatterns({ comparisons: 1 })
    spent.add('api/*')
    expect([spent.match('other/x'), spent.match('other/x')]).toEqual([false, true])
  })
})
