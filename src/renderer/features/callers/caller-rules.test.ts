import { expect, test } from 'vitest'
import type { Identity } from '@shared/design/identity'
import {
  problemOfAccountId,
  problemOfIamName,
  problemOfPolicies,
  problemOfPoolName,
  problemOfUsername,
  wordsOf,
} from './caller-rules'

const pool = {
  id: 'p1',
  name: 'Shop',
  clients: [],
  users: [{ username: 'ada', sub: 's1', groups: [], attributes: {} }],
}
const identity: Identity = {
  userPools: [pool],
  iamUsers: [{ name: 'batch', accessKeyId: 'A', secretAccessKey: 'S', policies: [] }],
}

test('names are told apart, but from their own', () => {
  expect([problemOfPoolName(identity, null, 'Shop'), problemOfPoolName(identity, 'p1', 'Shop')]).toEqual([
    'There is a user pool Shop already',
    undefined,
  ])
  expect([problemOfIamName(identity, null, 'batch'), problemOfIamName(identity, 'batch', 'batch')]).toEqual([
    'There is an IAM user batch already',
    undefined,
  ])
  expect([problemOfUsername(pool, null, 'ada'), problemOfUsername(pool, 's1', 'ada')]).toEqual([
    'There is a user ada already',
    undefined,
  ])
})

test('names and numbers keep their letters', () => {
  expect([
    problemOfPoolName(identity, null, ' '),
    problemOfIamName(identity, null, 'a b'),
    problemOfUsername(pool, null, 'a b'),
    problemOfAccountId('12'),
    problemOfAccountId(''),
    problemOfAccountId('123456789012'),
  ]).toEqual([
    'A user pool needs a name',
    'Letters, digits and _+=,.@-, at most 64',
    'A name without spaces',
    'Twelve digits',
    undefined,
    undefined,
  ])
})

test('policies are a list of documents with statements', () => {
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' }
  expect(
    [{}, [{}], [{ Statement: allow }, { Statement: [{ Effect: 'allow' }] }], [], [{ Statement: [allow] }]].map(
      problemOfPolicies,
    ),
  ).toEqual([
    'A list of policies, in [ and ]',
    'Policy 1 needs a Statement: an object or a list of objects',
    'Each Statement of policy 2 needs an Effect of "Allow" or "Deny"',
    undefined,
    undefined,
  ])
})

test('words are separated by spaces or commas, each once', () => {
  expect(wordsOf(' orders/read, orders/write  orders/read')).toEqual(['orders/read', 'orders/write'])
})
