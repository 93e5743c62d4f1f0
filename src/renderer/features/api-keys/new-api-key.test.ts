import { expect, it } from 'vitest'
import type { ApiKey } from '@shared/design/api-key'
import { newApiKey, problemOfKeyName, problemOfKeyValue } from './new-api-key'

const keys: readonly ApiKey[] = [{ id: 'key0000001', name: 'acme-web', enabled: true, value: 'acmewebacmewebacmeweb' }]
const count = (numbers: Uint32Array): void => numbers.forEach((_, index) => (numbers[index] = index))

it('makes an enabled key with forty letters and digits and an id of its own', () => {
  const key = newApiKey('mobile', keys, count)
  expect({ ...key, id: key.id.length }).toEqual({
    id: 10,
    name: 'mobile',
    enabled: true,
    value: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn',
  })
})

it('says what is wrong with a value', () => {
  const values = ['short', 'has-a-dash-and-is-long-enough', 'a'.repeat(129), 'acmewebacmewebacmeweb', 'b'.repeat(20)]
  expect(values.map((value) => problemOfKeyValue(keys, 'other', value))).toEqual([
    'At least 20 characters; this has 5',
    'Letters and digits',
    'At most 128 characters; this has 129',
    'acme-web has this value already',
    undefined,
  ])
})

it('keeps names apart, because scenarios know keys by name', () => {
  expect([
    problemOfKeyName(keys, null, 'acme-web'),
    problemOfKeyName(keys, 'key0000001', 'acme-web'),
    problemOfKeyName(keys, null, ' '),
  ]).toEqual(['acme-web exists already; scenarios know keys by name', undefined, 'A key needs a name'])
})
