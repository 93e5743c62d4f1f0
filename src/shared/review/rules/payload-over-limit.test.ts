import { describe, expect, it } from 'vitest'
import type { Api } from '../../design/api'
import type { Scenario } from '../../design/scenario'
import { designWith, found, httpApi, restApi, webSocketApi } from '../review.fixture'
import { payloadOverLimit as RULE } from './payload-over-limit'

const MB = 1024 * 1024
const LATENCY = { distribution: 'CONSTANT', valueMs: 1 } as const
const played = (api: Api, more: Partial<Scenario>) => {
  const scenario: Scenario = { name: 's', apiId: api.id, stage: 'prod', durationInSeconds: 1, seed: 1, sources: [] }
  return designWith(api, { scenarios: [{ ...scenario, ...more }] })
}
const answering = (api: Api, routeKey: string, responseBytes: number) =>
  found(RULE, played(api, { backends: { [routeKey]: { latency: LATENCY, responseBytes } } }))

describe('payload-over-limit', () => {
  it('finds answers larger than a function can give', () => {
    expect(answering(restApi({ 'GET /a': {} }), 'GET /a', 6 * MB + 1)).toEqual([
      'error /scenarios/0/backends/GET ~1a/responseBytes',
    ])
    expect(answering(httpApi({ 'GET /a': {} }), 'GET /a', 6 * MB)).toEqual([])
  })

  it('finds answers larger than the gateway carries', () => {
    const integration = { type: 'HTTP_PROXY', uri: 'https://example.com', integrationResponses: [] } as const
    const api = restApi({ 'GET /a': { integration } })
    expect([answering(api, 'GET /a', 10 * MB).length, answering(api, 'GET /a', 10 * MB + 1).length]).toEqual([0, 1])
    expect([answering(api, '*', 10 * MB).length, answering(api, '*', 10 * MB + 1).length]).toEqual([0, 1])
  })

  it('finds messages that no WebSocket API carries', () => {
    const large = 128 * 1024 + 1
    const shape = { type: 'CONSTANT', ratePerSecond: 1 } as const
    const model = (bytes: number): Partial<Scenario> => ({
      connections: [{ name: 'c', shape, messages: { ratePerSecond: 1, routes: { say: 1 }, bytes } }],
      webSocket: { answers: { say: { bytes } }, pushes: [{ name: 'p', shape, to: 'ALL', bytes }] },
    })
    expect(found(RULE, played(webSocketApi({ say: {} }), model(large)))).toEqual([
      'error /scenarios/0/connections/0/messages/bytes',
      'error /scenarios/0/webSocket/answers/say/bytes',
      'error /scenarios/0/webSocket/pushes/0/bytes',
    ])
    expect(found(RULE, played(webSocketApi({ say: {} }), model(large - 1)))).toEqual([])
  })

  it('finds models that promise longer texts than any request has', () => {
    const model = (maxLength: number) => ({
      contentType: 'application/json',
      schema: { type: 'object', properties: { file: { type: 'string', maxLength } } },
    })
    const design = designWith(restApi({}, { models: { Large: model(20 * MB), Small: model(MB) } }))
    expect(found(RULE, design)).toEqual(['warning /apis/0/models/Large/schema/properties/file/maxLength'])
  })

  it('gives up on schemas without end', () => {
    let schema: Record<string, unknown> = { maxLength: 20 * MB }
    for (let depth = 0; depth < 10_000; depth++) schema = { items: schema }
    expect(found(RULE, designWith(restApi({}, { models: { Deep: { contentType: 'x', schema } } })))).toEqual([])
  })
})
