import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, routeKeyOf } from '@shared/design/route-key'
import { webAclOf } from '@shared/design/web-acl-arn'
import { ALL_METHODS } from '@shared/design/method-settings'
import type { LadderStep } from '../ui/pipeline/ladder-step'
import type { DesignTab } from './ui-store'
import { v2PlaceOf } from './v2-place-of-pointer'

/** Where on the Design screen a value is edited. */
export interface Place {
  /** null for what all APIs share. */
  readonly apiId: string | null
  readonly tab: DesignTab
  /** For a route: the row of the ladder whose inspector has the field. */
  readonly step: LadderStep | null
  readonly stageName: string | null
}

/** "/apis/0/resources/~1orders/methods/POST/apiKeyRequired" -> tab of POST /orders, step api-key; null where nothing edits it. */
export function placeOfPointer(design: Design, pointer: string): Place | null {
  const [area, index = '', ...rest] = segmentsOf(pointer)
  if (area === 'usagePlans') return shared(null, 'usage-plans', '')
  if (area === 'apiKeys') return shared(null, 'api-keys', '')
  if (area === 'identity') return shared(null, 'callers', '')
  if (area === 'domainNames') return shared(null, 'domains', '')
  if (area === 'webAcls') return webAclPlace(design, Number(index))
  const api = area === 'apis' ? design.apis[Number(index)] : undefined
  if (api === undefined) return null
  if (api.protocolType !== 'REST') return v2PlaceOf(api, rest)
  const [member, name = '', ...inner] = rest
  switch (member) {
    case 'resources':
      return routePlace(design, api.id, name, inner)
    case 'stages':
      return inner[0] === 'webAclArn' ? wafPlace(api, name) : stagePlace(api.id, name, inner)
    case 'authorizers':
    case 'models':
    case 'policy':
      return shared(api.id, member, '')
    case 'gatewayResponses':
      return shared(api.id, 'gateway-responses', '')
    case 'requestValidators':
      return validatorPlace(design, api.id, name)
    default:
      return null
  }
}

/** The decoded segments of a JSON pointer. */
export function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function shared(apiId: string | null, kind: Exclude<DesignTab['kind'], 'route'>, key: string): Place {
  return { apiId, tab: { kind, key }, step: null, stageName: null }
}

function routePlace(design: Design, apiId: string, path: string, inner: readonly string[]): Place | null {
  const [, verb, member, part] = inner
  const key = verb === undefined ? firstRouteOf(design, apiId, path) : routeKeyOf(verb, path)
  if (key === undefined) return null
  return { apiId, tab: { kind: 'route', key }, step: stepOfMember(member, part), stageName: null }
}

function firstRouteOf(design: Design, apiId: string, path: string): string | undefined {
  const api = design.apis.find((each) => each.id === apiId)
  if (api?.protocolType !== 'REST') return undefined
  return restRoutes(api).find((route) => route.path === path)?.routeKey
}

/** A web ACL has no page of its own: the first route of the first stage behind it shows it. */
function webAclPlace(design: Design, index: number): Place | null {
  const acl = design.webAcls?.[index]
  for (const api of design.apis) {
    if (acl === undefined || api.protocolType !== 'REST') continue
    const stage = Object.keys(api.stages).find((name) => webAclOf(design, api.stages[name]!) === acl)
    if (stage !== undefined) return wafPlace(api, stage)
  }
  return null
}

function wafPlace(api: RestApi, stageName: string): Place | null {
  const key = restRoutes(api)[0]?.routeKey
  return key === undefined ? null : { apiId: api.id, tab: { kind: 'route', key }, step: 'waf', stageName }
}

const STEP_OF_MEMBER: Readonly<Record<string, LadderStep>> = {
  authorizationType: 'authorizer',
  authorizerId: 'authorizer',
  authorizationScopes: 'authorizer',
  apiKeyRequired: 'api-key',
  requestValidatorId: 'validation',
  requestModels: 'validation',
  requestParameters: 'validation',
  methodResponses: 'response-mapping',
}

const STEP_OF_INTEGRATION_MEMBER: Readonly<Record<string, LadderStep>> = {
  requestTemplates: 'request-mapping',
  requestParameters: 'request-mapping',
  passthroughBehavior: 'request-mapping',
  contentHandling: 'request-mapping',
  cacheKeyParameters: 'cache',
  cacheNamespace: 'cache',
  integrationResponses: 'response-mapping',
}

function stepOfMember(member: string | undefined, part: string | undefined): LadderStep {
  if (member === 'integration') return STEP_OF_INTEGRATION_MEMBER[part ?? ''] ?? 'integration'
  return STEP_OF_MEMBER[member ?? ''] ?? 'client'
}

/** Settings of one method are edited with its route; those of the stage in the stage's tab. */
function stagePlace(apiId: string, stageName: string, inner: readonly string[]): Place {
  const [member, key = '', setting = ''] = inner
  const stageTab: Place = { apiId, tab: { kind: 'stages', key: stageName }, step: null, stageName }
  if (member !== 'methodSettings' || key === '' || key === ALL_METHODS) return stageTab
  const slash = key.lastIndexOf('/')
  const routeKey = routeKeyOf(key.slice(slash + 1), key.slice(0, slash) || '/')
  const step = setting.startsWith('throttling') ? 'throttle' : CACHE_SETTING.test(setting) ? 'cache' : null
  return step === null ? stageTab : { apiId, tab: { kind: 'route', key: routeKey }, step, stageName }
}

const CACHE_SETTING = /^(cach|requireAuthorizationForCacheControl|unauthorizedCacheControl)/

/** A validator has no page of its own: the first route that uses it shows it. */
function validatorPlace(design: Design, apiId: string, validatorId: string): Place | null {
  const api = design.apis.find((each) => each.id === apiId)
  if (api?.protocolType !== 'REST') return null
  const route = restRoutes(api).find((each) => each.method.requestValidatorId === validatorId)
  if (route === undefined) return null
  return { apiId, tab: { kind: 'route', key: route.routeKey }, step: 'validation', stageName: null }
}
