import { performance } from 'node:perf_hooks'
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

/** The least of several runs: what the work takes when nothing else uses the processor. Milliseconds. */
function leastTime(work: () => void): number {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('speed', () => {
  const design = largeDesign(1000)

  test('1,000 methods are checked in under 20 ms', () => {
    expect(checkDesign(design).map(({ code }) => code)).toEqual(['design/limit-exceeded'])

    expect(leastTime(() => checkDesign(design))).toBeLessThan(20)
  })

  test('an edit in 1,000 deployed methods and what it leaves undeployed take under 5 ms', () => {
    const deployed = deploy(design, ORDERS, 'prod', { id: 'dep002', createdDate: '2026-01-02T00:00:00Z' })
    const edit = (): string[] => {
      const changed = updateMethod(deployed, ORDERS, '/orders', 'GET', { apiKeyRequired: false })
      const api = findRestApi(changed, ORDERS)
      return api ? undeployedChanges(api, 'prod').map(({ text }) => text) : []
    }
    expect(edit()).toEqual(['GET /orders: apiKeyRequired true to false'])
    expect(leastTime(edit)).toBeLessThan(5)
  })
})
