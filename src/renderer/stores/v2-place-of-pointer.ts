import { integrationIdOf, type V2Api, type V2Route } from '@shared/design/v2-api'
import type { LadderStep } from '../ui/pipeline/ladder-step'
import type { Place } from './place-of-pointer'

/** The same as `placeOfPointer` for a value of an HTTP or WebSocket API; `path` is what follows the API. */
export function v2PlaceOf(api: V2Api, path: readonly string[]): Place | null {
  const [member = '', name = '', part = '', ...inner] = path
  switch (member) {
    case 'routes':
      return routePlace(api, name, stepOfMember(part))
    case 'integrations':
      return integrationPlace(api, name, stepOfIntegrationMember(part))
    case 'stages':
      return stagePlace(api, name, part, inner[0])
    case 'authorizers':
    case 'models':
      return { apiId: api.id, tab: { kind: member, key: '' }, step: null, stageName: null }
    case 'corsConfiguration':
      return { apiId: api.id, tab: { kind: 'cors', key: '' }, step: null, stageName: null }
    default:
      return { apiId: api.id, tab: { kind: 'api', key: '' }, step: null, stageName: null }
  }
}

const STEP_OF_MEMBER: Readonly<Record<string, LadderStep>> = {
  authorizationType: 'authorizer',
  authorizerId: 'authorizer',
  authorizationScopes: 'authorizer',
  apiKeyRequired: 'api-key',
  modelSelectionExpression: 'validation',
  requestModels: 'validation',
  requestParameters: 'request-mapping',
  routeResponseSelectionExpression: 'response-mapping',
  routeResponses: 'response-mapping',
  target: 'integration',
}

const STEP_OF_INTEGRATION_MEMBER: Readonly<Record<string, LadderStep>> = {
  requestParameters: 'request-mapping',
  requestTemplates: 'request-mapping',
  templateSelectionExpression: 'request-mapping',
  passthroughBehavior: 'request-mapping',
  responseParameters: 'response-mapping',
  integrationResponses: 'response-mapping',
}

function stepOfMember(member: string): LadderStep {
  return STEP_OF_MEMBER[member] ?? 'client'
}

function stepOfIntegrationMember(member: string): LadderStep {
  return STEP_OF_INTEGRATION_MEMBER[member] ?? 'integration'
}

function routePlace(api: V2Api, routeKey: string, step: LadderStep, stageName: string | null = null): Place | null {
  if (!Object.hasOwn(api.routes, routeKey)) return null
  return { apiId: api.id, tab: { kind: 'route', key: routeKey }, step, stageName }
}

/** An integration has no page of its own: the first route that points to it shows it. */
function integrationPlace(api: V2Api, integrationId: string, step: LadderStep): Place | null {
  const found = Object.entries<V2Route>(api.routes).find(([, route]) => integrationIdOf(route) === integrationId)
  return found === undefined ? null : routePlace(api, found[0], step)
}

function stagePlace(api: V2Api, stageName: string, part: string, routeKey: string | undefined): Place | null {
  if (part === 'routeSettings' && routeKey !== undefined) {
    const place = routePlace(api, routeKey, 'throttle', stageName)
    if (place !== null) return place
  }
  return { apiId: api.id, tab: { kind: 'stages', key: stageName }, step: null, stageName }
}
