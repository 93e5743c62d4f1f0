import type { Deployment } from '@shared/design/deployment'
import type { Integration } from '@shared/design/integration'
import { isVerb, VERBS, type Method, type Verb } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { memberOf } from '@shared/design/edits/update-in'
import type { ControlPlane } from '../control-plane'
import { authorizerScope, likelyName, nameOf, resourceScope, validatorScope } from '../ids'
import type { OperationInput } from '../operation-input'
import { badRequest, notFound } from '../service-error'
import { otherKindHint } from '../other-kind-hint'
import { resourcePaths } from './resource-paths'

/** The REST API that `restapi_id` names, else the service's refusal. */
export function findRestApi(state: ControlPlane, input: OperationInput, member = 'restapi_id'): RestApi {
  const id = input.needed(member)
  const api = state.design.apis.find((each) => each.id === id)
  if (api?.protocolType === 'REST') return api
  throw notFound(`Invalid API identifier specified ${state.design.accountId}:${id}`, otherKindHint(state, id, 'REST'))
}

/** The path of the resource that `resource_id` names, as in "/orders". */
export function findResource(state: ControlPlane, api: RestApi, input: OperationInput, member = 'resource_id'): string {
  const id = input.needed(member)
  const path = resourcePathOf(state, api, id)
  if (path !== undefined) return path
  const paths = resourcePaths(api)
  throw notFound(
    'Invalid Resource identifier specified',
    `"${api.name}" has the resources ${paths.join(', ')}; ${id} is none of them.`,
  )
}

/** The path of the resource that has the id; undefined when none has. */
export function resourcePathOf(state: ControlPlane, api: RestApi, id: string): string | undefined {
  const likely = likelyName(state, resourceScope(api.id), id)
  if (likely !== undefined && Object.hasOwn(api.resources, likely)) return likely
  return nameOf(state, resourceScope(api.id), id, resourcePaths(api))
}

/** A method and where it is. */
export interface FoundMethod {
  readonly api: RestApi
  readonly path: string
  readonly verb: Verb
  readonly method: Method
}

export function neededVerb(input: OperationInput): Verb {
  const verb = input.needed('http_method')
  if (isVerb(verb)) return verb
  throw badRequest(
    `Invalid HttpMethod specified. Valid options are ${['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'].join(',')}`,
    VERBS.some((known) => known === verb.toUpperCase()) ? `Write it as ${verb.toUpperCase()}.` : undefined,
  )
}

export function findMethod(state: ControlPlane, input: OperationInput): FoundMethod {
  const api = findRestApi(state, input)
  const path = findResource(state, api, input)
  const verb = neededVerb(input)
  const method = memberOf(api.resources, path)?.methods[verb]
  if (method !== undefined) return { api, path, verb, method }
  throw notFound(
    'Invalid Method identifier specified',
    `${path} has no method ${verb} yet: make it with put-method first.`,
  )
}

export function findIntegration(
  state: ControlPlane,
  input: OperationInput,
): FoundMethod & { readonly integration: Integration } {
  const found = findMethod(state, input)
  const { integration } = found.method
  if (integration !== undefined) return { ...found, integration }
  throw notFound(
    'Invalid Integration identifier specified',
    `${found.verb} ${found.path} has no integration yet: make it with put-integration first.`,
  )
}

export function findStage(api: RestApi, input: OperationInput, member = 'stage_name'): { name: string; stage: Stage } {
  const name = input.needed(member)
  const stage = memberOf(api.stages, name)
  if (stage !== undefined) return { name, stage }
  const names = Object.keys(api.stages)
  const hint =
    names.length === 0
      ? `"${api.name}" has no stage yet: create-deployment with --stage-name makes one.`
      : `"${api.name}" has the ${names.length === 1 ? 'stage' : 'stages'} ${names.join(', ')}.`
  throw notFound('Invalid stage identifier specified', hint)
}

export function findDeployment(api: RestApi, input: OperationInput, member = 'deployment_id'): Deployment {
  const id = input.needed(member)
  const deployment = api.deployments.find((each) => each.id === id)
  if (deployment !== undefined) return deployment
  throw notFound(
    'Invalid Deployment identifier specified',
    `"${api.name}" has ${api.deployments.length} deployments; ${id} is none of them.`,
  )
}

/** The name of the authorizer that has the id. */
export function authorizerNameOf(state: ControlPlane, api: RestApi, id: string): string | undefined {
  return nameOf(state, authorizerScope(api.id), id, Object.keys(api.authorizers))
}

/** The name of the validator that has the id. */
export function validatorNameOf(state: ControlPlane, api: RestApi, id: string): string | undefined {
  return nameOf(state, validatorScope(api.id), id, Object.keys(api.requestValidators))
}
