import type { Design } from '@shared/design/design'
import { pointerTo } from '@shared/diagnostic'
import type { TraceEntry } from '@shared/trace'
import { integrationIdOf } from '@shared/design/v2-api'
import type { HttpCompiledRoute, StageRef, WebSocketCompiledRoute } from '../engine/runtime'

/** The same as `settingOf`, for a route of an HTTP or WebSocket API. */
export function routeSettingOf(
  design: Design,
  { stage }: StageRef,
  { apiId, routeKey, route }: HttpCompiledRoute | WebSocketCompiledRoute,
  { step, details }: TraceEntry,
): string | null {
  const api = design.apis.findIndex(({ id }) => id === apiId)
  const inApi = (...path: string[]): string => pointerTo(['apis', api, ...path])
  switch (step) {
    case 'method-throttle':
      return inApi('stages', stage, 'routeSettings', routeKey, 'throttlingRateLimit')
    case 'stage-throttle':
      return inApi('stages', stage, 'defaultRouteSettings', 'throttlingRateLimit')
    case 'authorizer':
      return inApi('routes', routeKey, 'authorizerId')
    case 'api-key':
      return inApi('routes', routeKey, 'apiKeyRequired')
    case 'request-validator':
      return inApi('routes', routeKey, 'modelSelectionExpression')
    case 'integration':
      return details['outcome'] === 'INTEGRATION_TIMEOUT'
        ? inApi('integrations', integrationIdOf(route) ?? '', 'timeoutInMillis')
        : null
    default:
      return null
  }
}
