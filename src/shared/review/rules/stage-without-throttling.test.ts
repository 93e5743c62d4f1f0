import { describe, expect, it } from 'vitest'
import { mockMethod } from '../../design/mock-method'
import { designWith, found, foundAfterFixes, httpApi, restApi, webSocketApi } from '../review.fixture'
import { stageWithoutThrottling as RULE } from './stage-without-throttling'

const LIMIT = { throttlingRateLimit: 100, throttlingBurstLimit: 50 }

describe('stage-without-throttling', () => {
  it('finds stages with a route that only the account limits, and limits them', () => {
    const rest = designWith(restApi({ 'GET /a': {} }))
    const http = designWith(httpApi({ 'GET /a': {} }))
    const webSocket = designWith(webSocketApi({ say: {} }))
    expect([rest, http, webSocket].map((design) => found(RULE, design))).toEqual([
      ['warning /apis/0/stages/prod'],
      ['warning /apis/0/stages/$default'],
      ['warning /apis/0/stages/prod'],
    ])
    expect([rest, http, webSocket].map((design) => foundAfterFixes(RULE, design))).toEqual([[], [], []])
  })

  it('finds nothing where stage or route have a limit, or nothing is behind', () => {
    const ofStage = { prod: { methodSettings: { '*/*': LIMIT } } }
    const ofMethod = { prod: { methodSettings: { '/a/GET': LIMIT } } }
    expect(found(RULE, designWith(restApi({ 'GET /a': {} }, { stages: ofStage })))).toEqual([])
    expect(found(RULE, designWith(restApi({ 'GET /a': {} }, { stages: ofMethod })))).toEqual([])
    expect(found(RULE, designWith(restApi({ 'GET /a': mockMethod() })))).toEqual([])
    const stages = { $default: { autoDeploy: true, defaultRouteSettings: LIMIT } }
    expect(found(RULE, designWith(httpApi({ 'GET /a': {} }, { stages })))).toEqual([])
  })

  it('takes a usage plan for a limit when it has one and the method asks for a key', () => {
    const counts = [true, false].flatMap((apiKeyRequired) =>
      [{ rateLimit: 10, burstLimit: 5 }, undefined].map((throttle) => {
        const api = restApi({ 'GET /a': { apiKeyRequired } })
        const plan = { id: 'p', name: 'P', keyIds: [], apiStages: [{ apiId: api.id, stage: 'prod' }] }
        const usagePlans = [throttle === undefined ? plan : { ...plan, throttle }]
        return found(RULE, designWith(api, { usagePlans })).length
      }),
    )
    expect(counts).toEqual([0, 1, 1, 1])
  })
})
