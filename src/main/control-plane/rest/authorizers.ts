import type { Authorizer, AuthorizerType } from '@shared/design/authorizer'
import { mapMethods } from '@shared/design/edits/change-methods'
import { removeMember, renameMember, setMember } from '@shared/design/edits/update-in'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import { extrasOf, withApi, type ControlPlane } from '../control-plane'
import { authorizerScope, idOf, moveId } from '../ids'
import { presentMembers, type JsonRecord } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, conflict, notFound } from '../service-error'
import { authorizerNameOf, findRestApi } from './find-rest'

/** Who says whether a caller may. Source: rest-api.md 7.1. */
export const AUTHORIZER_HANDLERS: OperationHandlers = {
  CreateAuthorizer({ state, input }) {
    const api = findRestApi(state, input)
    const name = input.needed('name')
    if (Object.hasOwn(api.authorizers, name)) {
      throw badRequest(`Authorizer name must be unique. Authorizer ${name} already exists in this RestApi.`)
    }
    const authorizer = checked(givenAuthorizer(input))
    const after = withApi(state, { ...api, authorizers: setMember(api.authorizers, name, authorizer) })
    const about = pathOf(after, api, name)
    return { state: after, output: record(after, api, name, authorizer), about, notes: notesOn(name, authorizer) }
  },
  GetAuthorizer({ state, input }) {
    const api = findRestApi(state, input)
    const name = findAuthorizer(state, api, input)
    return { state, output: record(state, api, name, api.authorizers[name]!) }
  },
  GetAuthorizers({ state, input }) {
    const api = findRestApi(state, input)
    const item = Object.entries(api.authorizers).map(([name, each]) => record(state, api, name, each))
    return { state, output: { item } }
  },
  UpdateAuthorizer({ state, input }) {
    const api = findRestApi(state, input)
    const before = findAuthorizer(state, api, input)
    const shape = operationsOf('apigateway').get('CreateAuthorizer')!.output!
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const patched = patchStructure({ name: before, ...api.authorizers[before]! }, shape, operations, ['id', 'authType'])
    const { name, ...authorizer } = patched
    const renamed = renamedAuthorizer(api, before, name)
    const after = withApi(moveId(state, authorizerScope(api.id), before, name), {
      ...renamed,
      authorizers: setMember(renamed.authorizers, name, checked(authorizer)),
    })
    return { state: after, output: record(after, api, name, authorizer) }
  },
  DeleteAuthorizer({ state, input }) {
    const api = findRestApi(state, input)
    const name = findAuthorizer(state, api, input)
    const user = restRoutes(api).find(({ method }) => method.authorizerId === name)
    if (user !== undefined) {
      throw conflict(
        'Cannot delete authorizer, is referenced in a method',
        `${user.routeKey} uses it: give the method another authorization first.`,
      )
    }
    return { state: withApi(state, { ...api, authorizers: removeMember(api.authorizers, name) }) }
  },
}

function givenAuthorizer(input: OperationInput): Authorizer {
  return {
    type: input.needed('type') as AuthorizerType,
    ...presentMembers({
      providerARNs: input.texts('providerARNs'),
      authorizerUri: input.text('authorizerUri'),
      authorizerCredentials: input.text('authorizerCredentials'),
      identitySource: input.text('identitySource'),
      identityValidationExpression: input.text('identityValidationExpression'),
      authorizerResultTtlInSeconds: input.number('authorizerResultTtlInSeconds'),
    }),
  }
}

function checked(authorizer: Authorizer): Authorizer {
  const { type, authorizerUri, authorizerResultTtlInSeconds: ttl, providerARNs = [] } = authorizer
  if (type === 'COGNITO_USER_POOLS') {
    if (providerARNs.length === 0)
      throw badRequest('Invalid Provider ARNs specified', 'Give --provider-arns, the ARN of a user pool.')
  } else if (authorizerUri === undefined || !authorizerUri.startsWith('arn:')) {
    throw badRequest('Invalid Authorizer URI specified', uriHint(authorizerUri))
  } else if (!/:lambda:path\/.+\/functions\/.+\/invocations/.test(authorizerUri)) {
    throw badRequest(
      `Invalid Authorizer URI: ${authorizerUri}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
      uriHint(authorizerUri),
    )
  }
  if (ttl !== undefined && (ttl < 0 || ttl > 3600)) {
    throw badRequest(`Invalid value for authorizerResultTtlInSeconds: ${ttl}. Must be between 0 and 3600`)
  }
  return authorizer
}

function uriHint(uri: string | undefined): string {
  const [, region = 'us-east-1'] = /^arn:[^:]*:lambda:([^:]*):/.exec(uri ?? '') ?? []
  const target = uri?.includes(':lambda:') ? uri : 'FUNCTION_ARN'
  return `Write it as arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${target}/invocations.`
}

function notesOn(name: string, { type, identitySource, authorizerResultTtlInSeconds }: Authorizer): Note[] {
  if (identitySource !== undefined || (type === 'REQUEST' && authorizerResultTtlInSeconds === 0)) return []
  const when = type === 'REQUEST' ? 'unless --authorizer-result-ttl-in-seconds is 0' : `for type ${type}`
  const text = `The authorizer "${name}" has no identity source, which the service's model calls required ${when}: add --identity-source method.request.header.Authorization.`
  return [{ severity: 'warning', text }]
}

function renamedAuthorizer(api: RestApi, from: string, to: string): RestApi {
  if (from === to) return api
  const moved = mapMethods(api, (method) => (method.authorizerId === from ? { ...method, authorizerId: to } : method))
  return { ...moved, authorizers: renameMember(api.authorizers, from, to) }
}

function findAuthorizer(state: ControlPlane, api: RestApi, input: OperationInput): string {
  const name = authorizerNameOf(state, api, input.needed('authorizer_id'))
  if (name !== undefined) return name
  const names = Object.keys(api.authorizers).map((each) => `${idOf(state, authorizerScope(api.id), each)} ("${each}")`)
  throw notFound(
    'Invalid Authorizer identifier specified',
    names.length === 0 ? `"${api.name}" has no authorizer yet.` : `Did you mean ${names.join(' or ')}?`,
  )
}

function pathOf(state: ControlPlane, api: RestApi, name: string): string {
  return `/restapis/${api.id}/authorizers/${idOf(state, authorizerScope(api.id), name)}`
}

const AUTH_TYPES = { TOKEN: 'custom', REQUEST: 'custom', COGNITO_USER_POOLS: 'cognito_user_pools' }

function record(state: ControlPlane, api: RestApi, name: string, authorizer: Authorizer): JsonRecord {
  const { handler: _handler, ...own } = authorizer
  return {
    id: idOf(state, authorizerScope(api.id), name),
    name,
    authType: AUTH_TYPES[authorizer.type],
    ...own,
    ...extrasOf(state, pathOf(state, api, name)),
  }
}
