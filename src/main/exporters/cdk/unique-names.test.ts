import { expect, it } from 'vitest'
import { uniqueNames, variableName } from './unique-names'

it('makes variables of logical ids', () => {
  expect(['OrdersApi', 'HTTPApi', 'a', '24h'].map(variableName)).toEqual(['ordersApi', 'httpApi', 'a', '_24h'])
})

it('gives each name once, and none that is a word of the language or taken', () => {
  const nameOf = uniqueNames(['lambda'])
  expect(['Delete', 'delete', 'Lambda', 'Orders', 'orders'].map(nameOf)).toEqual([
    'delete2',
    'delete3',
    'lambda2',
    'orders',
    'orders2',
  ])
})
