import { memberOf } from '@shared/design/edits/update-in'
import type { V2Api, V2Authorizer, V2Integration, V2Route, V2Stage } from '@shared/design/v2-api'
import { withApi, type ControlPlane } from '../control-plane'
import { nearest } from '@shared/did-you-mean'
import { authorizerScope, idOf, nameOf, routeScope } from '../ids'
import type { OperationInput } from '../operation-input'
import { otherKindHint } from '../other-kind-hint'
import { notFound } from '../service-error'

/** The HTTP or WebSocket API that `apiId` names, else the service's refusal. */
export function findV2Api(state: ControlPlane, input: OperationInput): V2Api {
  const id = input.needed('apiId')
  const api = state.design.apis.find((each) => each.id === id)
  if (api !== undefined && api.protocolType !== 'REST') return api
  throw notFound(`Invalid API identifier specified ${state.design.accountId}:${id}`, otherKindHint(state, id, 'V2'))
}

export function findRoute(
  state: ControlPlane,
  api: V2Api,
  input: OperationInput,
): { routeKey: string; route: V2Route } {
  const id = input.needed('routeId')
  const keys = Object.keys(api.routes)
  const routeKey = nameOf(state, routeScope(api.id), id, keys)
  if (routeKey !== undefined) return { routeKey, route: memberOf<V2Route>(api.routes, routeKey)! }
  const known = keys.map((key) => `${idOf(state, routeScope(api.id), key)} (${key})`)
  throw notFound('Invalid Route identifier specified', didYouMean(api, 'route', known))
}

export function findIntegration(api: V2Api, input: OperationInput): { id: string; integration: V2Integration } {
  const id = input.needed('integrationId')
  const integration = memberOf<V2Integration>(api.integrations, id)
  if (integration !== undefined) return { id, integration }
  throw notFound('Invalid Integration identifier specified', integrationHint(api, id))
}

export function integrationHint(api: V2Api, id: string): string {
  const ids = Object.keys(api.integrations)
  const near = nearest(id, ids)
  return didYouMean(api, 'integration', near === undefined ? ids : [near])
}

export function findAuthorizer(
  state: ControlPlane,
  api: V2Api,
  input: OperationInput,
): { name: string; authorizer: V2Authorizer } {
  const id = input.needed('authorizerId')
  const name = authorizerNameOf(state, api, id)
  if (name !== undefined) return { name, authorizer: memberOf<V2Authorizer>(api.authorizers, name)! }
  throw notFound('Invalid Authorizer identifier specified', authorizerHint(state, api))
}

export function authorizerNameOf(state: ControlPlane, api: V2Api, id: string): string | undefined {
  return nameOf(state, authorizerScope(api.id), id, Object.keys(api.authorizers))
}

export function authorizerHint(state: ControlPlane, api: V2Api): string {
  const known = Object.keys(api.authorizers).map((name) => `${idOf(state, authorizerScope(api.id), name)} ("${name}")`)
  return didYouMean(api, 'authorizer', known)
}

export function findStage(api: V2Api, input: OperationInput): { name: string; stage: V2Stage } {
  const name = input.needed('stageName')
  const stage = memberOf<V2Stage>(api.stages, name)
  if (stage !== undefined) return { name, stage }
  throw notFound('Invalid Stage identifier specified', didYouMean(api, 'stage', Object.keys(api.stages)))
}

function didYouMean({ name }: V2Api, kind: string, known: readonly string[]): string {
  return known.length === 0
    ? `"${name}" has no ${kind} yet: make it before.`
    : `Did you mean ${known.slice(-5).join(' or ')}?`
}

/** Parts of an API in the place of those it has. That they are of its type is for the caller to see to. */
export function withParts(state: ControlPlane, api: V2Api, parts: V2Parts): ControlPlane {
  return withApi(state, { ...api, ...parts } as V2Api)
}

export interface V2Parts {
  readonly routes?: Readonly<Record<string, V2Route>>
  readonly integrations?: Readonly<Record<string, V2Integration>>
  readonly authorizers?: Readonly<Record<string, V2Authorizer>>
  readonly stages?: Readonly<Record<string, V2Stage>>
}

/** A member put into a record, never under the name `__proto__`. */
export function put<T>(record: Readonly<Record<string, T>>, name: string, value: T): Readonly<Record<string, T>> {
  return name === '__proto__' ? record : { ...record, [name]: value }
}
