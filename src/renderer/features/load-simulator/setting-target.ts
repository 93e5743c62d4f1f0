import { splitRouteKey } from '@shared/design/route-key'
import type { DesignTab } from '../../stores/ui-store'
import type { LadderStep } from '../../ui/pipeline/ladder-step'

/** Where a setting is edited. */
export interface SettingTarget {
  /** A tab of the Design screen; null for the Settings screen. */
  readonly tab: DesignTab | null
  /** For a route: the row of its ladder. */
  readonly step: LadderStep | null
  /** Of the button that leads there. */
  readonly label: string
}

/**
 * Where the setting a JSON pointer names is edited, seen from the route of a request; null for what has no editor.
 * "/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingRateLimit" is edited in the Throttle row of POST /orders.
 */
export function settingTarget(pointer: string, routeKey: string): SettingTarget | null {
  const path = pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  switch (path[0]) {
    case 'apis':
      return inApi(path.slice(2), routeKey)
    case 'usagePlans':
      return { tab: { kind: 'usage-plans', key: '' }, step: null, label: 'Edit usage plan' }
    case 'apiKeys':
      return { tab: { kind: 'api-keys', key: '' }, step: null, label: 'Edit API key' }
    case 'webAcls':
      return { tab: { kind: 'route', key: routeKey }, step: 'waf', label: 'Edit web ACL' }
    case 'account':
      return { tab: null, step: null, label: 'Edit account limit' }
    default:
      return null
  }
}

function inApi([area, name, ...rest]: readonly string[], routeKey: string): SettingTarget | null {
  switch (area) {
    case 'stages':
      return inStage(name ?? '', rest, routeKey)
    case 'resources':
      return inMethod(name ?? '', rest, routeKey)
    case 'routes':
      return inRoute(name ?? '', rest[0] ?? '')
    case 'integrations':
      return { tab: { kind: 'route', key: routeKey }, step: 'integration', label: 'Edit integration' }
    case 'authorizers':
      return { tab: { kind: 'authorizers', key: '' }, step: null, label: 'Edit authorizer' }
    case 'models':
      return { tab: { kind: 'models', key: '' }, step: null, label: 'Edit model' }
    case 'gatewayResponses':
      return { tab: { kind: 'gateway-responses', key: '' }, step: null, label: 'Edit gateway response' }
    case 'policy':
      return { tab: { kind: 'policy', key: '' }, step: null, label: 'Edit resource policy' }
    default:
      return null
  }
}

function inStage(stage: string, rest: readonly string[], routeKey: string): SettingTarget {
  const [area, key = '', member = ''] = rest
  if (area === 'routeSettings') {
    return { tab: { kind: 'route', key }, step: 'throttle', label: 'Edit route limit' }
  }
  const isOfMethod = area === 'methodSettings' && key !== '*/*'
  if (!isOfMethod) return { tab: { kind: 'stages', key: stage }, step: null, label: 'Edit stage' }
  const isThrottle = member === '' || member.startsWith('throttling')
  return {
    tab: { kind: 'route', key: routeKey },
    step: isThrottle ? 'throttle' : 'cache',
    label: isThrottle ? 'Edit method limit' : 'Edit cache setting',
  }
}

const STEP_OF_MEMBER: { readonly [member: string]: readonly [LadderStep, string] } = {
  authorizationType: ['authorizer', 'Edit authorization'],
  authorizerId: ['authorizer', 'Edit authorization'],
  apiKeyRequired: ['api-key', 'Edit API key setting'],
  requestValidatorId: ['validation', 'Edit validation'],
  requestParameters: ['validation', 'Edit validation'],
  requestModels: ['validation', 'Edit validation'],
  modelSelectionExpression: ['validation', 'Edit validation'],
}

/** Of an HTTP or WebSocket API. */
function inRoute(key: string, member: string): SettingTarget {
  const [step, label] = STEP_OF_MEMBER[member] ?? (['integration', 'Edit integration'] as const)
  return { tab: { kind: 'route', key }, step, label }
}

function inMethod(resourcePath: string, rest: readonly string[], routeKey: string): SettingTarget {
  const [, verb = splitRouteKey(routeKey).verb, member = ''] = rest
  const [step, label] = STEP_OF_MEMBER[member] ?? (['integration', 'Edit integration'] as const)
  return { tab: { kind: 'route', key: `${verb} ${resourcePath}` }, step, label }
}
