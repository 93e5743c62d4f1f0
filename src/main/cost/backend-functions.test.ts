import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario } from '@shared/design/scenario'
import { backendFunctions } from './backend-functions'
import { routeShares } from './route-shares'

const plain = orderDesign()
const design: Design = {
  ...plain,
  functions: { 'create-order': { memorySize: 512 }, 'list-orders': { memorySize: 256 } },
}
const [scenario] = design.scenarios as [Scenario]

function traffic(...sources: { readonly rate: number | null; readonly routes: Record<string, number> }[]): Scenario {
  return {
    ...scenario,
    sources: sources.map(({ rate, routes }, index) => ({
      name: `s${index}`,
      shape: rate === null ? { type: 'REPLAY', file: 'x' } : { type: 'CONSTANT', ratePerSecond: rate },
      routes,
    })),
  }
}

describe('routeShares', () => {
  it('weighs sources by what they send, and routes by their weights', () => {
    const shares = routeShares(traffic({ rate: 30, routes: { a: 1, b: 2 } }, { rate: 10, routes: { a: 1 } }))
    expect([...shares]).toEqual([
      ['a', 0.5],
      ['b', 0.5],
    ])
  })

  it('takes a source without a rate for a usual one, and nothing from nothing', () => {
    expect([...routeShares(traffic({ rate: 30, routes: { a: 1 } }, { rate: null, routes: { b: 1 } }))]).toEqual([
      ['a', 0.5],
      ['b', 0.5],
    ])
    expect([...routeShares(traffic({ rate: 0, routes: { a: 1 } }, { rate: 0, routes: {} }))]).toEqual([])
  })
})

describe('backendFunctions', () => {
  const of = (routes: Record<string, number>) => backendFunctions(design, design.apis[0]!, traffic({ rate: 1, routes }))

  it('knows the memory of the functions behind the routes', () => {
    expect(of({ 'POST /orders': 1 })).toEqual({ share: 1, memoryMb: 512, isExact: true })
    expect(of({ 'POST /orders': 1, 'GET /orders': 3 })).toEqual({ share: 1, memoryMb: 320, isExact: false })
  })

  it('leaves out what is no function', () => {
    expect(of({ 'POST /orders': 1, 'GET /orders/{id}': 1 })).toEqual({ share: 0.5, memoryMb: 512, isExact: false })
    expect(of({ 'GET /orders/{id}': 1 })).toEqual({ share: 0, memoryMb: 128, isExact: true })
    expect(of({ 'GET /nowhere': 1 })).toEqual({ share: 0, memoryMb: 128, isExact: true })
  })

  it('gives a function that the design does not describe the smallest memory', () => {
    const unknown = { ...design, functions: {} }
    expect(backendFunctions(unknown, unknown.apis[0]!, traffic({ rate: 1, routes: { 'POST /orders': 1 } }))).toEqual({
      share: 1,
      memoryMb: 128,
      isExact: true,
    })
  })
})
