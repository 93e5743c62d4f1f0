import { expect, it } from 'vitest'
import { effectiveResponses, type EffectiveResponse } from './response-defaults'

function effective(
  gatewayResponses: Parameters<typeof effectiveResponses>[0]['gatewayResponses'],
): EffectiveResponse[] {
  const shown = ['THROTTLED', 'UNAUTHORIZED', 'INTEGRATION_TIMEOUT', 'DEFAULT_5XX']
  return effectiveResponses({ gatewayResponses }).filter(({ type }) => shown.includes(type))
}

it('lets types without a record fall back on the default of their class', () => {
  expect(
    effective({ DEFAULT_5XX: { statusCode: '599' }, THROTTLED: { responseParameters: {} }, DEFAULT_4XX: {} }),
  ).toEqual([
    { type: 'DEFAULT_5XX', source: 'own', status: '599' },
    { type: 'INTEGRATION_TIMEOUT', source: 'DEFAULT_5XX', status: '599' },
    { type: 'THROTTLED', source: 'own', status: '429' },
    { type: 'UNAUTHORIZED', source: 'DEFAULT_4XX', status: '401' },
  ])
})

it('leaves everything to the service where nothing is customised', () => {
  expect(effective({})).toEqual([
    { type: 'DEFAULT_5XX', source: 'service', status: '' },
    { type: 'INTEGRATION_TIMEOUT', source: 'service', status: '504' },
    { type: 'THROTTLED', source: 'service', status: '429' },
    { type: 'UNAUTHORIZED', source: 'service', status: '401' },
  ])
})
