import { expect, it } from 'vitest'
import type { Stage } from '../../design/stage'
import { designWith, found, httpApi, restApi } from '../review.fixture'
import { restApiWithoutNeed as RULE } from './rest-api-without-need'

it('finds REST APIs that would lose nothing as HTTP APIs', () => {
  expect(found(RULE, designWith(restApi({ 'GET /a': {}, 'POST /a': {} })))).toEqual(['info /apis/0/protocolType'])
})

it('finds nothing where something would be lost, or the API is one already', () => {
  const cached: Stage = { cacheClusterEnabled: true, methodSettings: {} }
  const traced: Stage = { tracingEnabled: true, methodSettings: {} }
  const designs = [
    designWith(restApi({ 'GET /a': {} }, { stages: { prod: cached } })),
    designWith(restApi({ 'GET /a': {} }, { stages: { prod: traced } })),
    designWith(restApi({ 'GET /a': {} }, { policy: { Statement: { Effect: 'Allow' } } })),
    designWith(restApi({})),
    designWith(httpApi({ 'GET /a': {} })),
  ]
  expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
})
