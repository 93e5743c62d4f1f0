import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import { addRoute } from '../edits/add-route'
import { deploy } from '../edits/deploy'
import { updateMethod } from '../edits/update-method'
import { findRestApi } from '../route-key'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { undeployedChanges } from '../undeployed-changes'
import { checkDesign } from './check-design'

function largeDesign(routes: number): Design {
  const method = findRestApi(orderDesign(), ORDERS)?.resources['/orders']?.methods.POST
  let design = orderDesign()
  for (let index = 0; index < routes; index++)
    design = addRoute(design, ORDERS, `/area${index % 40}/thing${index}`, 'POST', method)
  return design
}

describe('a design of 1,000 methods', () => {
  const design = largeDesign(1000)

  test('is over the quota of resources and else in order', () => {
    expect(checkDesign(design).map(({ code }) => code)).toEqual(['design/limit-exceeded'])
  })

  test('has one undeployed change after one edit', () => {
    const deployed = deploy(design, ORDERS, 'prod', { id: 'dep002', createdDate: '2026-01-02T00:00:00Z' })
    const edit = (): string[] => {
      const changed = updateMethod(deployed, ORDERS, '/orders', 'GET', { apiKeyRequired: false })
      const api = findRestApi(changed, ORDERS)
      return api ? undeployedChanges(api, 'prod').map(({ text }) => text) : []
    }
    expect(edit()).toEqual(['GET /orders: apiKeyRequired true to false'])
  })
})
