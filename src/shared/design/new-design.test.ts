import { describe, expect, test } from 'vitest'
import { checkDesign } from './checks/check-design'
import { addApi } from './edits/add-api'
import { idFrom } from './id-from'
import { emptyDesign, newRestApi } from './new-design'
import { undeployedChanges } from './undeployed-changes'
import { unusedId } from './unused-id'

describe('new designs', () => {
  test('a new API is valid, deployed to prod, and has nothing undeployed', () => {
    const api = newRestApi('Orders')
    expect(checkDesign(addApi(emptyDesign('shop'), api))).toEqual([])
    expect(undeployedChanges(api, 'prod')).toEqual([])
    expect(api.id).toMatch(/^[a-z0-9]{10}$/)
    expect(api.stages['prod']?.deploymentId).toMatch(/^[a-z0-9]{6}$/)
    expect(newRestApi('Orders')).toEqual(api)
  })

  test('two APIs of one name get different ids', () => {
    const first = newRestApi('Orders')
    const second = newRestApi('Orders', { takenIds: [first.id], createdDate: '2026-05-05T00:00:00Z' })
    expect(second.id).not.toBe(first.id)
    expect(second.deployments[0]?.createdDate).toBe('2026-05-05T00:00:00Z')
  })

  test('an unused id is the plain one while that is free', () => {
    expect(unusedId('a', 6, [])).toBe(idFrom('a', 6))
    const taken = [idFrom('a', 6), idFrom('a 2', 6)]
    expect(unusedId('a', 6, taken)).toBe(idFrom('a 3', 6))
  })
})
