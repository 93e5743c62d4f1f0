import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { Stage } from '@shared/design/stage'
import { matrixRows } from './matrix-rows'

const stage: Stage = {
  cacheClusterEnabled: true,
  methodSettings: {
    '*/*': { throttlingRateLimit: 1000, cachingEnabled: true },
    '/GET': { throttlingBurstLimit: 7, cacheTtlInSeconds: 60 },
  },
}

it('tells own settings of a method from inherited ones', () => {
  const api = { ...newRestApi('Shop'), stages: { prod: stage } }
  const design: Design = { ...emptyDesign('shop'), apis: [api] }
  expect(matrixRows(design, api, stage)).toEqual([
    {
      routeKey: 'GET /',
      verb: 'GET',
      path: '/',
      rate: { text: '1,000', isOwn: false },
      burst: { text: '7', isOwn: true },
      caching: { text: 'on', isOwn: false },
      ttl: { text: '60', isOwn: true },
    },
  ])
})
