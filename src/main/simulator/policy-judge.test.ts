import { expect, it } from 'vitest'
import { mockMethod } from '@shared/design/mock-method'
import type { RestApi } from '@shared/design/rest-api'
import type { TrafficSource } from '@shared/design/scenario'
import { finished, plainRun } from './rich-run.fixture'
import { simulationResult } from './simulation-result'

const VPCE = 'vpce-0a1b2c3d4e5f60718'
const source = (name: string, from: Partial<TrafficSource>): TrafficSource => ({
  name,
  shape: { type: 'BURST', count: 10, at: 0 },
  routes: { 'GET /': 1 },
  ...from,
})

it('a private API lets in who comes through the endpoint that its policy names', () => {
  const sources = [
    source('inside', { sourceIp: '10.0.0.7', vpcEndpointId: VPCE }),
    source('elsewhere', { sourceIp: '10.0.0.7', vpcEndpointId: 'vpce-99' }),
    source('outside', {}),
  ]
  const { design, scenario } = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 1 } }, { sources })
  const api: RestApi = {
    ...(design.apis[0] as RestApi),
    endpointConfiguration: { types: ['PRIVATE'] },
    resources: { '/': { methods: { GET: mockMethod() } } },
    policy: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        Condition: { StringEquals: { 'aws:SourceVpce': VPCE }, IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } },
      },
    },
  }
  const { byOutcome } = simulationResult(finished({ ...design, apis: [api] }, scenario), scenario, 1)
  expect(byOutcome).toEqual({ INTEGRATED: 10, ACCESS_DENIED: 20 })
})
