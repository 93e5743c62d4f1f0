import { describe, expect, test } from 'vitest'
import type { Design } from '@shared/design/design'
import type { HttpApi } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import type { Scenario } from '@shared/design/scenario'
import { served, simulatedLines } from './fixtures/two-hosts'

const api: HttpApi = {
  ...newHttpApi('Items'),
  id: 'itemsapi01',
  routes: {
    'GET /items': { target: 'items', authorizationType: 'NONE' },
    'POST /items': { target: 'items', authorizationType: 'CUSTOM', authorizerId: 'session' },
    'PUT /items': { target: 'items', authorizationType: 'JWT', authorizerId: 'users' },
    'DELETE /items': { target: 'items', authorizationType: 'AWS_IAM' },
  },
  integrations: { items: { integrationType: 'AWS_PROXY', timeoutInMillis: 150 } },
  authorizers: {
    session: {
      authorizerType: 'REQUEST',
      identitySource: ['$request.header.Authorization'],
      authorizerResultTtlInSeconds: 3,
    },
    users: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://example.com', audience: ['shop'] },
    },
  },
  stages: {
    prod: {
      autoDeploy: true,
      defaultRouteSettings: { throttlingRateLimit: 60, throttlingBurstLimit: 20 },
      routeSettings: { 'POST /items': { throttlingRateLimit: 90, throttlingBurstLimit: 10 } },
    },
  },
}
const design: Design = {
  ...emptyDesign('items'),
  account: { throttleSettings: { rateLimit: 150, burstLimit: 30 } },
  apis: [api],
}

const scenario: Scenario = {
  name: 'items',
  apiId: api.id,
  stage: 'prod',
  durationInSeconds: 10,
  seed: 3,
  sources: [
    {
      name: 'shoppers',
      shape: { type: 'POISSON', ratePerSecond: 300 },
      routes: { 'GET /items': 3, 'POST /items': 3, 'PUT /items': 1, 'DELETE /items': 1 },
      identities: { count: 50, distribution: 'ZIPF' },
      missingTokens: 0.05,
      expiredTokens: 0.05,
      deniedIdentities: 0.1,
    },
  ],
  backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 60, sigma: 0.6 }, errorRate: 0.05 } },
  authorizer: { latency: { distribution: 'LOGNORMAL', medianMs: 20, sigma: 0.5 }, errorRate: 0.05 },
}

describe('the live host and the simulator, for an HTTP API', () => {
  test.each([false, true])('decide alike, line by line (authorizer first: %s)', async (authorizeBeforeThrottle) => {
    const of = { ...design, assumptions: { authorizeBeforeThrottle } }
    const expected = simulatedLines(of, scenario)
    const { lines, outcomes } = await served(of, scenario, 'none')
    expect(lines).toEqual(expected)
    expect([...outcomes].toSorted()).toEqual([
      'ACCESS_DENIED_EXPLICIT',
      'AUTHORIZER_CONFIGURATION_ERROR',
      'INTEGRATED',
      'INTEGRATION_SERVER_ERROR',
      'INTEGRATION_TIMEOUT',
      'THROTTLED_ACCOUNT',
      'THROTTLED_METHOD',
      'THROTTLED_STAGE',
      'UNAUTHORIZED',
    ])
  })

  test('do not, once a timeout is lost', async () => {
    const { lines } = await served(design, scenario, 'lost timeout')
    expect(lines.join('\n') === simulatedLines(design, scenario).join('\n')).toBe(false)
  })
})
