import { mapMembers, removeMember, renameMember } from '@shared/design/edits/update-in'
import type { HttpAuthorizer } from '@shared/design/http-api'
import type { V2Api, V2Authorizer, V2Route } from '@shared/design/v2-api'
import { problemOfV2IdentitySources } from '@shared/design/v2-rules/identity-source-rule'
import { extrasOf, type ControlPlane } from '../control-plane'
import { authorizerScope, idOf, moveId } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest, conflict } from '../service-error'
import { v2ApiPath } from './api-record'
import { findAuthorizer, findV2Api, put, withParts } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'

/** Who says whether a caller may. Source: http-api.md 5.1 and 6.1, websocket-api.md 3.1. */
export const V2_AUTHORIZER_HANDLERS: OperationHandlers = {
  CreateAuthorizer({ state, input }) {
    const api = findV2Api(state, input)
    const name = input.needed('name')
    refuseTakenName(api, name)
    const given = givenAuthorizer(api, input)
    const authorizer = checked(api, { identitySource: [], ...given } as unknown as V2Authorizer)
    const after = withParts(state, api, { authorizers: put<V2Authorizer>(api.authorizers, name, authorizer) })
    return { state: after, output: record(after, api, name, authorizer), about: pathOf(after, api, name) }
  },
  GetAuthorizer({ state, input }) {
    const api = findV2Api(state, input)
    const { name, authorizer } = findAuthorizer(state, api, input)
    return { state, output: record(state, api, name, authorizer) }
  },
  GetAuthorizers({ state, input }) {
    const api = findV2Api(state, input)
    const items = Object.entries<V2Authorizer>(api.authorizers).map(([name, each]) => record(state, api, name, each))
    return { state, output: { items } }
  },
  UpdateAuthorizer({ state, input }) {
    const api = findV2Api(state, input)
    const { name: before, authorizer } = findAuthorizer(state, api, input)
    const name = input.text('name') ?? before
    if (name !== before) refuseTakenName(api, name)
    const updated = checked(api, updatedMembers(authorizer, givenAuthorizer(api, input), []))
    const renamed = renameMember<V2Authorizer, Readonly<Record<string, V2Authorizer>>>(api.authorizers, before, name)
    const routes = mapMembers<V2Route, Readonly<Record<string, V2Route>>>(api.routes, (route) =>
      route.authorizerId === before ? { ...route, authorizerId: name } : route,
    )
    const moved = moveId(state, authorizerScope(api.id), before, name)
    const after = withParts(moved, api, { authorizers: put(renamed, name, updated), routes })
    return { state: after, output: record(after, api, name, updated), about: pathOf(after, api, name) }
  },
  DeleteAuthorizer({ state, input }) {
    const api = findV2Api(state, input)
    const { name } = findAuthorizer(state, api, input)
    const user = Object.entries<V2Route>(api.routes).find(([, route]) => route.authorizerId === name)
    if (user !== undefined) {
      throw conflict('Cannot delete authorizer, is referenced in a route', `The route ${user[0]} uses it.`)
    }
    const authorizers = removeMember<Readonly<Record<string, V2Authorizer>>>(api.authorizers, name)
    return { state: withParts(state, api, { authorizers }) }
  },
}

const SHARED_MEMBERS = ['authorizerType', 'identitySource', 'authorizerUri']
const HTTP_MEMBERS = [
  'jwtConfiguration',
  'authorizerPayloadFormatVersion',
  'authorizerResultTtlInSeconds',
  'enableSimpleResponses',
]
const SOCKET_MEMBERS = ['authorizerCredentialsArn']

function givenAuthorizer({ protocolType }: V2Api, input: OperationInput): JsonRecord {
  return givenMembers(input, [...SHARED_MEMBERS, ...(protocolType === 'HTTP' ? HTTP_MEMBERS : SOCKET_MEMBERS)])
}

function refuseTakenName({ authorizers }: V2Api, name: string): void {
  if (Object.hasOwn(authorizers, name))
    throw badRequest(`Authorizer name must be unique. ${name} already exists in this API.`)
}

function checked(api: V2Api, authorizer: V2Authorizer): V2Authorizer {
  const isHttp = api.protocolType === 'HTTP'
  const problem = problemOfV2IdentitySources(isHttp, authorizer.identitySource.join('\n'))
  if (problem !== undefined) throw badRequest('Invalid Identity Source specified', problem)
  if (!isHttp) {
    if (authorizer.authorizerType !== 'REQUEST') {
      throw badRequest('Only REQUEST authorizers are supported for WebSocket APIs', 'Use --authorizer-type REQUEST.')
    }
    return withUri(authorizer)
  }
  return authorizer.authorizerType === 'JWT' ? checkedJwt(authorizer) : checkedRequest(authorizer)
}

function checkedJwt(authorizer: HttpAuthorizer): HttpAuthorizer {
  const { jwtConfiguration, identitySource } = authorizer
  if (jwtConfiguration?.issuer === undefined || !/^https?:\/\//.test(jwtConfiguration.issuer)) {
    throw badRequest('Invalid issuer: must be a URL', 'Give --jwt-configuration Issuer=https://...,Audience=...')
  }
  if (identitySource.length !== 1) {
    throw badRequest(
      'JWT authorizers need exactly one identity source',
      "Give --identity-source '$request.header.Authorization'.",
    )
  }
  return jwtConfiguration.audience === undefined
    ? { ...authorizer, jwtConfiguration: { ...jwtConfiguration, audience: [] } }
    : authorizer
}

function checkedRequest(authorizer: HttpAuthorizer): V2Authorizer {
  const { authorizerPayloadFormatVersion, authorizerResultTtlInSeconds: ttl = 0, identitySource } = authorizer
  if (authorizerPayloadFormatVersion === undefined) {
    throw badRequest(
      'AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer',
      'Add --authorizer-payload-format-version 2.0.',
    )
  }
  if (ttl < 0 || ttl > 3600) throw badRequest('AuthorizerResultTtlInSeconds must be between 0 and 3600')
  if (ttl > 0 && identitySource.length === 0) {
    throw badRequest(
      'Identity source is required when caching is enabled',
      "Add --identity-source '$request.header.Authorization'.",
    )
  }
  return withUri(authorizer)
}

function withUri(authorizer: V2Authorizer): V2Authorizer {
  if (/:lambda:path\/.+\/functions\/.+\/invocations/.test(authorizer.authorizerUri ?? '')) return authorizer
  throw badRequest(
    'Invalid Authorizer URI specified',
    'Write it as arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations.',
  )
}

function pathOf(state: ControlPlane, api: V2Api, name: string): string {
  return `${v2ApiPath(api.id)}/authorizers/${idOf(state, authorizerScope(api.id), name)}`
}

function record(state: ControlPlane, api: V2Api, name: string, authorizer: V2Authorizer): JsonRecord {
  const { handler: _handler, ...own } = authorizer
  const authorizerId = idOf(state, authorizerScope(api.id), name)
  return presentMembers({ ...own, authorizerId, name, ...extrasOf(state, pathOf(state, api, name)) })
}
