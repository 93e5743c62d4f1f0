import { describe, expect, it } from 'vitest'
import type { TryRequest } from '@shared/contract/try'
import { validateArgs } from './validate-args'

const TOKEN = {
  userPoolId: 'us-east-1_A',
  username: 'ada',
  clientId: 'c',
  use: 'id',
  scopes: [],
  state: 'valid',
  header: 'Authorization',
} as const
const REQUEST: TryRequest = {
  apiId: 'a1b2c3d4e5',
  stage: 'prod',
  method: 'POST',
  path: '/orders',
  headers: [['X-A', '1']],
  body: '{}',
  apiKeyId: 'key001',
  token: TOKEN,
  iamUser: 'ada',
  caller: { sourceIp: '203.0.113.7', vpcEndpointId: 'vpce-1' },
  isTestInvoke: false,
}

/** What is wrong with it, or "fits". */
function problemOf(args: unknown): string {
  try {
    validateArgs('try.send', args)
    return 'fits'
  } catch (error) {
    return (error as Error).message.replace('The arguments of "try.send" do not fit: ', '')
  }
}

describe('the arguments of try.send', () => {
  it('may leave out nothing but the caller, and may be null where nothing is chosen', () => {
    const plain = { ...REQUEST, body: null, apiKeyId: null, token: null, iamUser: null, caller: {} }
    const { isTestInvoke: _, ...incomplete } = REQUEST
    expect([problemOf(REQUEST), problemOf(plain), problemOf(incomplete)]).toEqual([
      'fits',
      'fits',
      "the object must have required property 'isTestInvoke'.",
    ])
  })

  it('are refused where HTTP or the contract has no such thing', () => {
    const broken = [
      { method: 'CONNECT' },
      { headers: [['X-A']] },
      { headers: [['X-A', 1]] },
      { token: { ...TOKEN, state: 'forged' } },
      { caller: { sourceIp: '1', ticket: 'x' } },
    ]
    expect(broken.map((more) => problemOf({ ...REQUEST, ...more }))).toEqual([
      '/method must be equal to one of the allowed values.',
      '/headers/0 must NOT have fewer than 2 items.',
      '/headers/0/1 must be string.',
      '/token/state must be equal to one of the allowed values.',
      '/caller must NOT have additional properties.',
    ])
  })
})
