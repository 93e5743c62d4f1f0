import { describe, expect, it } from 'vitest'
import { LogicalIds, pascalCase } from './logical-id'

describe('pascalCase', () => {
  it.each([
    ['create-order', 'CreateOrder'],
    ['/orders/{id}', 'OrdersId'],
    ['GET /a.b_c', 'GETABC'],
    ['Crème brûlée', 'CremeBrulee'],
    ['訂單', ''],
  ])('makes %j the name %j', (text, name) => {
    expect(pascalCase(text)).toBe(name)
  })

  it('cuts what is too long and keeps it apart', () => {
    const [one, two] = [pascalCase('a'.repeat(300)), pascalCase(`${'a'.repeat(299)}b`)]
    expect([one.length, two.length, one === two]).toEqual([166, 166, false])
  })
})

describe('LogicalIds', () => {
  it('gives the same thing the same name', () => {
    const ids = new LogicalIds()
    expect([ids.claim('Orders', 'a'), ids.claim('Orders', 'a')]).toEqual(['Orders', 'Orders'])
  })

  it('gives another thing another name, which does not depend on what else there is', () => {
    const ids = new LogicalIds()
    const others = new LogicalIds()
    others.claim('Orders', 'c')
    ids.claim('Orders', 'a')
    const name = ids.claim('Orders', 'b')
    expect([name === 'Orders', others.claim('Orders', 'b')]).toEqual([false, name])
  })

  it('begins with a letter', () => {
    expect(new LogicalIds().claim('2023Stage', 'a')).toBe('N2023Stage')
  })
})
