import { describe, expect, it } from 'vitest'
import { hashedId, sortedJson, stageId } from './logical-id'

describe('logical ids', () => {
  it('name a stage after its API and itself', () => {
    expect([stageId('Shop', 'Prod'), stageId('Shop', 'v1'), stageId('Shop', { Ref: 'Stage' })]).toEqual([
      'ShopProdStage',
      'Shopv1Stage',
      'ShopStage',
    ])
  })

  it('end in ten digits of a hash where a name cannot be part of them', () => {
    expect(stageId('Shop', 'pre-prod')).toMatch(/^ShopStage[0-9a-f]{10}$/)
    expect(hashedId('ApiGatewayDomainName', 'api.example.com')).toMatch(/^ApiGatewayDomainName[0-9a-f]{10}$/)
    expect(hashedId('Shop', '')).toBe('Shop')
  })

  it('do not depend on the order of members', () => {
    expect(sortedJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}')
    expect(hashedId('X', { a: 1, b: 2 })).toBe(hashedId('X', { b: 2, a: 1 }))
  })
})
