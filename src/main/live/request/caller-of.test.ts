import { describe, expect, test } from 'vitest'
import { callerOf } from './caller-of'

describe('callerOf', () => {
  test.each([
    ['the other end of the connection', '192.0.2.7', undefined, { sourceIp: '192.0.2.7' }],
    ['an IPv4 address on a socket of both families', '::ffff:127.0.0.1', undefined, { sourceIp: '127.0.0.1' }],
    ['an IPv6 address', '::1', undefined, { sourceIp: '::1' }],
    ['this computer, when the connection is gone', undefined, undefined, { sourceIp: '127.0.0.1' }],
    ['an address that may be said', '127.0.0.1', { sourceIp: '203.0.113.9' }, { sourceIp: '203.0.113.9' }],
    [
      'a VPC endpoint that may be said',
      '127.0.0.1',
      { vpcEndpointId: 'vpce-01' },
      { sourceIp: '127.0.0.1', vpcEndpointId: 'vpce-01' },
    ],
  ])('is %s', (_, remoteAddress, said, caller) => {
    expect(callerOf(remoteAddress, said)).toEqual(caller)
  })
})
