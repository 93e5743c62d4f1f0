import { describe, expect, it } from 'vitest'
import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { ServiceContext } from '../local-service'
import { faultException } from '../service-fault'
import { createAppConfig } from './appconfig'

const PATH = '/applications/shop/environments/prod/configurations/flags%201'

function request(more: Partial<ServiceRequest> = {}): ServiceRequest {
  return {
    region: 'us-east-1',
    service: 'appconfig',
    subdomain: null,
    method: 'GET',
    host: 'appconfig.us-east-1.amazonaws.com',
    path: PATH,
    query: [['client_id', 'me']],
    headers: [],
    body: new Uint8Array(),
    ...more,
  }
}
const context: ServiceContext = {
  accountId: '123456789012',
  requestId: 'r-1',
  at: 0,
  random: (count) => new Uint8Array(count),
  hasFunction: () => false,
  runFunction: () => Promise.resolve({ kind: 'refused', problem: 'none' }),
}

async function answer(more: Partial<ServiceRequest> = {}) {
  const { status, body, resource, summary } = await createAppConfig().answer(request(more), context)
  return [status, Buffer.from(body).toString('utf8'), resource, summary]
}

describe('the local AppConfig', () => {
  it('gives every configuration once, and nothing to who has it', async () => {
    const query = [...request().query, ['client_configuration_version', '1']] as const
    expect([await answer(), await answer({ query })]).toEqual([
      [200, '{}', 'shop/prod/flags 1', 'version 1 for client me'],
      [200, '', 'shop/prod/flags 1', 'version 1 for client me'],
    ])
  })

  it('refuses other operations, and a request without a client', async () => {
    expect([
      (await answer({ method: 'POST' }))[0],
      (await answer({ path: '/applications' }))[0],
      await answer({ query: [] }),
    ]).toEqual([
      404,
      404,
      [400, '{"Message":"ClientId is missing"}', 'shop/prod/flags 1', 'BadRequestException: ClientId is missing'],
    ])
  })

  it('plays faults', () => {
    const refused = createAppConfig().refuse(request(), context, faultException('appconfig', 'no-permission', 'me'))
    expect([refused.status, refused.errorCode]).toEqual([403, 'AccessDeniedException'])
  })
})
