import type { Design } from '@shared/design/design'
import { ALL_METHODS, methodSettingKey } from '@shared/design/method-settings'
import { pointerTo } from '@shared/diagnostic'
import type { TraceEntry } from '@shared/trace'
import type { CompiledRoute, StageRef } from '../engine/runtime'

/** JSON pointer to the setting that decided, or null when no single one did. */
export function settingOf(
  design: Design,
  stage: StageRef,
  route: CompiledRoute,
  { step, details }: TraceEntry,
): string | null {
  const api = design.apis.findIndex(({ id }) => id === stage.apiId)
  const inStage = (...path: string[]): string => pointerTo(['apis', api, 'stages', stage.stage, ...path])
  const inMethod = (...path: string[]): string =>
    pointerTo(['apis', api, 'resources', route.path, 'methods', route.verb, ...path])
  const plan = design.usagePlans.findIndex(
    ({ name }) => String(details['label']).endsWith(` on ${name}`) || details['plan'] === name,
  )
  switch (step) {
    case 'method-throttle':
      return inStage('methodSettings', methodSettingKey(route.path, route.verb), 'throttlingRateLimit')
    case 'stage-throttle':
      return inStage('methodSettings', ALL_METHODS, 'throttlingRateLimit')
    case 'account-throttle':
      return '/account/throttleSettings/rateLimit'
    case 'usage-plan-throttle':
      return plan === -1 ? null : pointerTo(['usagePlans', plan, 'throttle', 'rateLimit'])
    case 'quota':
      return plan === -1 ? null : pointerTo(['usagePlans', plan, 'quota', 'limit'])
    case 'authorizer':
      return inMethod('authorizerId')
    case 'api-key':
      return inMethod('apiKeyRequired')
    case 'request-validator':
      return inMethod('requestValidatorId')
    case 'integration':
      return inMethod('integration', 'timeoutInMillis')
    case 'cache-lookup':
      return inStage('methodSettings', methodSettingKey(route.path, route.verb), 'cacheTtlInSeconds')
    case 'resource-policy':
      return pointerTo(['apis', api, 'policy'])
    default:
      return null
  }
}
