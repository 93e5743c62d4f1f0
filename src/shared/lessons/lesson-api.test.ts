import { expect, test } from 'vitest'
import { checkDesign } from '../design/checks/check-design'
import { routeKeysOf } from '../design/route-key'
import { undeployedChanges } from '../design/undeployed-changes'
import { LESSON_STAGE, lessonDesign } from './lesson-api'
import { KEYED, planWithKeys } from './lesson-callers'

const design = lessonDesign('Shop', {
  routes: {
    'GET /orders': { setting: { throttlingRateLimit: 5, throttlingBurstLimit: 7 } },
    'POST /orders': { method: KEYED },
  },
  stage: { methodSettings: { '*/*': { throttlingRateLimit: 100, throttlingBurstLimit: 100 } } },
  design: planWithKeys(['ada', 'bob'], { quota: { limit: 10, period: 'DAY' } }),
})
const [api] = design.apis

test('a lesson has the routes it names and nothing wrong', () => {
  expect(checkDesign(design)).toEqual([])
  expect(routeKeysOf(api!)).toEqual(['GET /orders', 'POST /orders'])
})

test('settings of a route stand beside those of the stage', () => {
  expect(api!.protocolType === 'REST' && api!.stages[LESSON_STAGE]!.methodSettings).toEqual({
    '*/*': { throttlingRateLimit: 100, throttlingBurstLimit: 100 },
    '/orders/GET': { throttlingRateLimit: 5, throttlingBurstLimit: 7 },
  })
})

test('what the stage serves is the API as it stands', () => {
  expect(api!.protocolType === 'REST' && undeployedChanges(api!, LESSON_STAGE)).toEqual([])
})
