import { expect, test } from 'vitest'
import { newIamUser, newPoolUser, newUserPool, newUserPoolClient } from './new-identity'

const count = (numbers: Uint32Array): void => numbers.forEach((_, index) => (numbers[index] = index))

test('a pool has the region in its id', () => {
  expect(newUserPool('Shoppers', 'eu-west-1', count)).toEqual({
    id: 'eu-west-1_ABCDEFGHI',
    name: 'Shoppers',
    clients: [],
    users: [],
  })
})

test('a client has an id of 26 letters and digits', () => {
  expect(newUserPoolClient('Web', count)).toEqual({ clientId: 'abcdefghijklmnopqrstuvwxyz', name: 'Web', scopes: [] })
})

test('a user has a UUID', () => {
  expect(newPoolUser('ada', count)).toEqual({
    username: 'ada',
    sub: '01234567-89ab-4cde-8f01-23456789abcd',
    groups: [],
    attributes: {},
  })
})

test('an IAM user has a key of the usual form and may call everything', () => {
  expect(newIamUser('batch', count)).toEqual({
    name: 'batch',
    accessKeyId: 'AKIAABCDEFGHIJKLMNOP',
    secretAccessKey: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn',
    policies: [
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
      },
    ],
  })
})
