import type { Design } from '@shared/design/design'
import { ALL_METHODS, methodSettingKey } from '@shared/design/method-settings'
import { findRestApi } from '@shared/design/route-key'
import type { ApiStage, UsagePlan } from '@shared/design/usage-plan'
import { pointerTo } from '@shared/diagnostic'
import type { TraceEntry } from '@shared/trace'
import type { CompiledRoute, RestCompiledRoute, StageRef } from '../engine/runtime'
import { planKeyLabel } from '../engine/trace/describe-step'
import { routeSettingOf } from './route-setting-of'

/** JSON pointer to the setting that decided, or null when no single one did. */
export function settingOf(design: Design, stage: StageRef, route: CompiledRoute, entry: TraceEntry): string | null {
  if (entry.step === 'quota') return planPointer(design, ({ name }) => name === entry.details['plan'], 'quota', 'limit')
  if (entry.step === 'account-throttle') return '/account/throttleSettings/rateLimit'
  return route.protocolType === 'REST'
    ? methodSettingOf(design, stage, route, entry)
    : routeSettingOf(design, stage, route, entry)
}

function methodSettingOf(
  design: Design,
  stage: StageRef,
  route: RestCompiledRoute,
  { step, details }: TraceEntry,
): string | null {
  const api = design.apis.findIndex(({ id }) => id === stage.apiId)
  const inStage = (...path: string[]): string => pointerTo(['apis', api, 'stages', stage.stage, ...path])
  const inMethod = (...path: string[]): string =>
    pointerTo(['apis', api, 'resources', route.path, 'methods', route.verb, ...path])
  switch (step) {
    case 'method-throttle':
      return inStage('methodSettings', methodSettingKey(route.path, route.verb), 'throttlingRateLimit')
    case 'stage-throttle':
      return inStage('methodSettings', ALL_METHODS, 'throttlingRateLimit')
    case 'usage-plan-throttle':
      return planSetting(design, route, details)
    case 'authorizer':
      return inMethod('authorizerId')
    case 'api-key':
      return inMethod('apiKeyRequired')
    case 'request-validator':
      return inMethod('requestValidatorId')
    case 'integration':
      return details['outcome'] === 'INTEGRATION_TIMEOUT' ? inMethod('integration', 'timeoutInMillis') : null
    case 'cache-lookup':
      return inStage('methodSettings', cachingKey(design, route), 'cacheTtlInSeconds')
    case 'resource-policy':
      return pointerTo(['apis', api, 'policy'])
    case 'waf':
      return webAclSetting(design, details)
    default:
      return null
  }
}

/** The limit of the plan that the refusing bucket belongs to: for the method alone, or for all of the plan. */
function planSetting(design: Design, route: RestCompiledRoute, { level, label }: TraceEntry['details']): string | null {
  const isOfKey = (plan: UsagePlan): boolean =>
    design.apiKeys.some(
      ({ name }) => label === planKeyLabel(name, plan.name, level === 'planMethod' ? route.routeKey : null),
    )
  if (level !== 'planMethod') return planPointer(design, isOfKey, 'throttle', 'rateLimit')
  const covers = ({ apiId, stage }: ApiStage): boolean => apiId === route.apiId && stage === route.stage
  const at = design.usagePlans.find(isOfKey)?.apiStages.findIndex(covers) ?? -1
  const method = methodSettingKey(route.path, route.verb)
  return at === -1 ? null : planPointer(design, isOfKey, 'apiStages', at, 'throttle', method, 'rateLimit')
}

function planPointer(design: Design, isIt: (plan: UsagePlan) => boolean, ...path: (string | number)[]): string | null {
  const plan = design.usagePlans.findIndex(isIt)
  return plan === -1 ? null : pointerTo(['usagePlans', plan, ...path])
}

/** The rule that decided, or the ACL's default action. */
function webAclSetting(design: Design, details: TraceEntry['details']): string | null {
  const acls = design.webAcls ?? []
  const acl = acls.findIndex(({ name }) => name === details['webAcl'])
  const rule = acls[acl]?.rules.findIndex(({ name }) => name === details['rule']) ?? -1
  if (acl === -1) return null
  return pointerTo(['webAcls', acl, ...(rule === -1 ? ['defaultAction'] : ['rules', rule])])
}

/** The entry of the stage's method settings that the time to live comes from. */
function cachingKey(design: Design, { apiId, stage, path, verb }: RestCompiledRoute): string {
  const own = methodSettingKey(path, verb)
  const settings = findRestApi(design, apiId)?.stages[stage]?.methodSettings
  return settings?.[own]?.cacheTtlInSeconds === undefined && settings?.[ALL_METHODS]?.cachingEnabled ? ALL_METHODS : own
}
