import { describe, expect, test } from 'vitest'
import { orderDesign } from '../order-design.fixture'
import { updateAtPointer } from './update-at-pointer'

const design = orderDesign()

describe('updateAtPointer', () => {
  test('sets a value deep inside and shares all the rest', () => {
    const changed = updateAtPointer(design, '/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingRateLimit', 7)
    const [api] = changed.apis
    expect(api).toMatchObject({ stages: { prod: { methodSettings: { '/orders/POST': { throttlingRateLimit: 7 } } } } })
    expect(changed.usagePlans).toBe(design.usagePlans)
    expect(api?.stages['dev']).toBe(design.apis[0]?.stages['dev'])
  })

  test('undefined removes a member and a list item', () => {
    expect(updateAtPointer(design, '/usagePlans/0/throttle', undefined).usagePlans[0]).not.toHaveProperty('throttle')
    expect(updateAtPointer(design, '/apiKeys/0', undefined).apiKeys).toEqual(design.apiKeys.slice(1))
  })

  test('- and the length append to a list', () => {
    const expected = ['key0000001', 'key0000002', 'new']
    expect(updateAtPointer(design, '/usagePlans/0/keyIds/-', 'new').usagePlans[0]?.keyIds).toEqual(expected)
    expect(updateAtPointer(design, '/usagePlans/0/keyIds/2', 'new').usagePlans[0]?.keyIds).toEqual(expected)
  })

  test.each([
    ['the whole', ''],
    ['a path without a leading slash', 'name'],
    ['a parent that does not exist', '/nothing/here'],
    ['an inherited member', '/functions/constructor/prototype'],
    ['a prototype', '/functions/__proto__/polluted'],
    ['an index past the end', '/apis/7/name'],
    ['an index that is no number', '/apis/one/name'],
    ['an index past the end to go through', '/apis/1/name'],
    ['a text', '/name/length'],
  ])('leaves the design as it is for %s', (_, pointer) => {
    expect(updateAtPointer(design, pointer, 'changed')).toBe(design)
    expect({}).not.toHaveProperty('polluted')
  })

  test('leaves the design as it is when the value is there already', () => {
    expect(updateAtPointer(design, '/name', 'order-platform')).toBe(design)
    expect(updateAtPointer(design, '/usagePlans/0/keyIds/1', 'key0000002')).toBe(design)
    expect(updateAtPointer(design, '/usagePlans/0/keyIds/9', undefined)).toBe(design)
  })
})
