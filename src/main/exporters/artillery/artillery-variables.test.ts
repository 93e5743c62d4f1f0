import { describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { TrafficSource } from '@shared/design/scenario'
import { scenarioPlan } from '../load/scenario-plan'
import { allVariables } from './artillery-variables'

const design = orderDesign()

function variables(...sources: Partial<TrafficSource>[]) {
  const full = sources.map((source, index) => ({
    name: `s${index}`,
    shape: { type: 'CONSTANT', ratePerSecond: 1 } as const,
    routes: { 'GET /orders': 1 },
    ...source,
  }))
  return allVariables(scenarioPlan(design, { ...design.scenarios[0]!, sources: full }).sources)
}

describe('allVariables', () => {
  it('has lists whose members come as often as the shares say', () => {
    const apiKeys = { names: ['acme-web', 'acme-app'], distribution: 'UNIFORM' } as const
    const [one] = variables({ apiKeys, wrongApiKeys: 0.2, missingTokens: 0.05, expiredTokens: 0.05 })
    const [web, app] = ['{{ $processEnvironment.API_KEY_ACME_WEB }}', '{{ $processEnvironment.API_KEY_ACME_APP }}']
    expect(one!.values['api_key_s0']).toEqual([web, web, app, app, 'no-such-key'])
    const tokens = one!.values['token_s0'] as string[]
    expect([tokens.length, tokens.filter((token) => token === '').length, tokens.at(-1)]).toEqual([
      20,
      1,
      '{{ $processEnvironment.EXPIRED_TOKEN }}',
    ])
  })

  it('needs no key or token where none is sent', () => {
    const [one] = variables({ routes: { 'GET /orders/{id}': 1 } })
    expect(one).toEqual({
      apiKey: null,
      token: null,
      item: '{{ item_s0 }}',
      values: { item_s0: ['item-1'] },
      missingItems: 0,
    })
  })

  it('shares a list of items, and draws from many alike ones without a list', () => {
    const zipf = { count: 3, distribution: 'ZIPF' } as const
    const [first, second, third] = variables(
      { items: zipf },
      { items: zipf },
      { items: { count: 5000, distribution: 'UNIFORM' } },
    )
    expect([first!.item, second!.item, third!.item]).toEqual([
      '{{ item_s0 }}',
      '{{ item_s0 }}',
      'item-{{ $randomNumber(1, 5000) }}',
    ])
    expect(third!.values).toEqual({ token_s2: ['{{ $processEnvironment.TOKEN }}'] })
  })

  it('leaves out the rarest of very many items, and counts them', () => {
    const [one] = variables({ items: { count: 1_000_000, distribution: 'ZIPF', exponent: 1.2 } })
    const list = one!.values['item_s0'] as string[]
    expect(list).toHaveLength(1000)
    expect(one!.missingItems).toBe(1_000_000 - new Set(list).size)
    const [hot] = variables({ items: { count: 100, distribution: 'HOT_SET', hotCount: 10, hotShare: 0.9 } })
    const hotList = hot!.values['item_s0'] as string[]
    expect(hotList.filter((item) => Number(item.slice(5)) <= 10).length).toBe(900)
  })
})
