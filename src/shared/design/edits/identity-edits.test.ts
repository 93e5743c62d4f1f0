import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import type { IamUser, UserPool } from '../identity'
import { orderDesign, ORDERS } from '../order-design.fixture'
import type { SavedRequest } from '../saved-request'
import { putIamUser } from './put-iam-user'
import { putRequest } from './put-request'
import { putUserPool } from './put-user-pool'
import { removeIamUser } from './remove-iam-user'
import { removeUserPool } from './remove-user-pool'

const design = orderDesign()
const shoppers: UserPool = {
  id: 'us-east-1_Shoppers1',
  name: 'Shoppers',
  clients: [{ clientId: 'web', name: 'Web shop', scopes: ['orders/read'] }],
  users: [{ username: 'ada', sub: 'sub-1', groups: ['gold'], attributes: { email: 'ada@example.com' } }],
}
const staff: UserPool = { id: 'us-east-1_Staff', name: 'Staff', clients: [], users: [] }
const batch: IamUser = {
  name: 'batch',
  accessKeyId: 'AKIAEXAMPLE',
  secretAccessKey: 'secret',
  policies: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' } }],
}
const request: SavedRequest = {
  name: 'As Ada',
  apiId: ORDERS,
  stage: 'prod',
  method: 'GET',
  path: '/orders',
  headers: [],
  body: null,
  token: {
    userPoolId: shoppers.id,
    username: 'ada',
    clientId: 'web',
    use: 'id',
    scopes: [],
    state: 'valid',
    header: 'Authorization',
  },
  iamUser: 'batch',
}
const full = putRequest(putIamUser(putUserPool(design, shoppers), batch), request)

function savedRequest(changed: Design): SavedRequest | undefined {
  return changed.requests?.[0]
}

describe('user pools', () => {
  test('one is added or replaced', () => {
    expect(putUserPool(design, shoppers).identity).toEqual({ userPools: [shoppers], iamUsers: [] })
    const both = putUserPool(full, staff)
    expect(both.identity?.userPools).toEqual([shoppers, staff])
    expect(putUserPool(both, { ...shoppers, name: 'Customers' }).identity?.userPools.map(({ name }) => name)).toEqual([
      'Customers',
      'Staff',
    ])
    expect(putUserPool(both, shoppers)).toBe(both)
  })

  test('saved requests follow a user to a new name', () => {
    const [ada] = shoppers.users
    const renamed = putUserPool(full, { ...shoppers, users: [{ ...ada!, username: 'lovelace' }] })
    expect(savedRequest(renamed)?.token?.username).toBe('lovelace')
  })

  test.each([
    ['user', { users: [] }],
    ['client', { clients: [] }],
  ])('saved requests lose the token of a %s that is gone', (_, change) => {
    const changed = putUserPool(full, { ...shoppers, ...change })
    const { token: _token, ...bare } = request
    expect(savedRequest(changed)).toEqual(bare)
  })

  test('a token of somebody unknown stays as it is', () => {
    const stranger = { ...request, token: { ...request.token!, username: 'nobody', clientId: 'none' } }
    const changed = putUserPool(putRequest(full, stranger), { ...shoppers, name: 'Customers' })
    expect(savedRequest(changed)).toEqual(stranger)
  })

  test('one goes, with its tokens', () => {
    const { token: _, ...bare } = request
    const without = removeUserPool(full, shoppers.id)
    expect([without.identity, savedRequest(without)]).toEqual([{ userPools: [], iamUsers: [batch] }, bare])
    expect(removeUserPool(full, 'gone')).toBe(full)
    expect(removeUserPool(design, 'gone')).toBe(design)
  })
})

describe('IAM users', () => {
  test('one is added or replaced', () => {
    expect(putIamUser(design, batch).identity).toEqual({ userPools: [], iamUsers: [batch] })
    const inOther = { ...batch, accountId: '210987654321' }
    expect(putIamUser(full, inOther).identity?.iamUsers).toEqual([inOther])
    expect(putIamUser(full, batch)).toBe(full)
  })

  test('one gets a new name, and saved requests follow', () => {
    const renamed = putIamUser(full, { ...batch, name: 'nightly' }, 'batch')
    expect([renamed.identity?.iamUsers.map(({ name }) => name), savedRequest(renamed)?.iamUser]).toEqual([
      ['nightly'],
      'nightly',
    ])
  })

  test('a name that is taken, or a user who is gone, changes nothing', () => {
    const both = putIamUser(full, { ...batch, name: 'nightly' })
    expect(putIamUser(both, { ...batch, name: 'nightly' }, 'batch')).toBe(both)
    expect(putIamUser(full, { ...batch, name: 'new' }, 'gone')).toBe(full)
  })

  test('one goes, and the member with the last caller', () => {
    const { iamUser: _, ...bare } = request
    const without = removeIamUser(full, 'batch')
    expect([without.identity?.iamUsers, savedRequest(without)]).toEqual([[], bare])
    expect(removeUserPool(without, shoppers.id)).not.toHaveProperty('identity')
    expect(removeIamUser(full, 'gone')).toBe(full)
  })
})
