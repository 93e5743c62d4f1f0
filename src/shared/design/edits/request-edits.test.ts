import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import { orderDesign, ORDERS } from '../order-design.fixture'
import type { SavedRequest } from '../saved-request'
import { putRequest } from './put-request'
import { removeApi } from './remove-api'
import { removeApiKey } from './remove-api-key'
import { removeRequest } from './remove-request'
import { removeStage } from './remove-stage'
import { renameRequest } from './rename-request'
import { renameStage } from './rename-stage'

const design = orderDesign()
const list: SavedRequest = {
  name: 'List orders',
  apiId: ORDERS,
  stage: 'prod',
  method: 'GET',
  path: '/orders?status=open',
  headers: [{ name: 'Accept', value: 'application/json' }],
  body: null,
  apiKeyId: 'key0000001',
}
const create: SavedRequest = { ...list, name: 'Create order', method: 'POST', path: '/orders', body: '{}' }
const withBoth = putRequest(putRequest(design, list), create)

describe('saved requests', () => {
  test('one is added last, or replaced at its place', () => {
    expect(withBoth.requests).toEqual([list, create])
    const changed = putRequest(withBoth, { ...list, path: '/' })
    expect(changed.requests).toEqual([{ ...list, path: '/' }, create])
    expect(putRequest(withBoth, list)).toBe(withBoth)
  })

  test('one goes, and the list with the last', () => {
    const without = removeRequest(withBoth, list.name)
    expect(without.requests).toEqual([create])
    expect(removeRequest(without, create.name)).toEqual(design)
    expect(removeRequest(withBoth, 'gone')).toBe(withBoth)
    expect(removeRequest(design, 'gone')).toBe(design)
  })

  test('one gets a new name at its place, unless it is taken', () => {
    expect(renameRequest(withBoth, list.name, 'All').requests).toEqual([{ ...list, name: 'All' }, create])
    expect(renameRequest(withBoth, list.name, create.name)).toBe(withBoth)
    expect(renameRequest(withBoth, 'gone', 'All')).toBe(withBoth)
  })
})

describe('what saved requests speak of', () => {
  const stages = (changed: Design): string[] | undefined => changed.requests?.map(({ stage }) => stage)

  test('a stage takes them along to its new name, and leaves them to the first that is left', () => {
    expect(stages(renameStage(withBoth, ORDERS, 'prod', 'live'))).toEqual(['live', 'live'])
    expect(stages(removeStage(withBoth, ORDERS, 'prod'))).toEqual(['dev', 'dev'])
    const none = removeStage(removeStage(withBoth, ORDERS, 'prod'), ORDERS, 'dev')
    expect(stages(none)).toEqual(['dev', 'dev'])
    expect(renameStage(withBoth, ORDERS, 'dev', 'test').requests).toBe(withBoth.requests)
  })

  test('a key that goes is sent no more', () => {
    const { apiKeyId: _, ...bare } = list
    expect(removeApiKey(putRequest(design, list), 'key0000001').requests).toEqual([bare])
    expect(removeApiKey(withBoth, 'key0000002').requests).toBe(withBoth.requests)
  })

  test('an API takes them along', () => {
    expect(removeApi(withBoth, ORDERS).requests).toBeUndefined()
  })
})
