import { memberOf } from '@shared/design/edits/update-in'
import type { AuthorizationType, Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import type { ControlPlane } from '../control-plane'
import { nearest } from '@shared/did-you-mean'
import { authorizerScope, idOf, validatorScope } from '../ids'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, conflict } from '../service-error'
import { authorizerNameOf, findMethod, findResource, findRestApi, neededVerb, validatorNameOf } from './find-rest'
import { methodPath, methodRecord, ownMethodRecord } from './method-record'
import { knownModel } from './known-model'
import { dropMethod, withMethod } from './with-method'

/** What a method takes and who may call it. Source: rest-api.md 1.1, recorded. */
export const METHOD_HANDLERS: OperationHandlers = {
  PutMethod({ state, input }) {
    const api = findRestApi(state, input)
    const path = findResource(state, api, input)
    const verb = neededVerb(input)
    if (memberOf(api.resources, path)?.methods[verb]) throw conflict('Method already exists for this resource')
    const method = methodOf(state, api, {
      authorizationType: input.needed('authorizationType'),
      authorizerId: input.text('authorizerId'),
      apiKeyRequired: input.flag('apiKeyRequired'),
      requestValidatorId: input.text('requestValidatorId'),
      operationName: input.text('operationName'),
      requestParameters: input.record('requestParameters'),
      requestModels: input.record('requestModels'),
      authorizationScopes: input.texts('authorizationScopes'),
    })
    const place = { api, path, verb }
    const after = withMethod(state, place, { ...method, methodResponses: [] })
    const found = findMethod(after, input)
    return { state: after, output: methodRecord(after, found), about: methodPath(after, place) }
  },
  GetMethod({ state, input }) {
    return { state, output: methodRecord(state, findMethod(state, input)) }
  },
  UpdateMethod({ state, input }) {
    const found = findMethod(state, input)
    const shape = operationsOf('apigateway').get('PutMethod')!.output!
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const patched = patchStructure(ownMethodRecord(state, found), shape, operations, FIXED)
    const { methodResponses, integration, description } = found.method
    const method = methodOf(state, found.api, patched)
    const kept = presentMembers({ integration, description })
    const after = withMethod(state, found, { ...method, methodResponses, ...kept })
    return { state: after, output: methodRecord(after, findMethod(after, input)) }
  },
  DeleteMethod({ state, input }) {
    return { state: dropMethod(state, findMethod(state, input)) }
  },
}

const FIXED = ['httpMethod', 'methodResponses', 'methodIntegration']

/** A method by the ids and texts of the service. */
interface GivenMethod {
  readonly authorizationType?: string
  readonly authorizerId?: string | undefined
  readonly apiKeyRequired?: boolean | undefined
  readonly requestValidatorId?: string | undefined
  readonly operationName?: string | undefined
  readonly requestParameters?: Readonly<Record<string, boolean>> | undefined
  readonly requestModels?: Readonly<Record<string, string>> | undefined
  readonly authorizationScopes?: readonly string[] | undefined
}

function methodOf(state: ControlPlane, api: RestApi, given: GivenMethod): Omit<Method, 'methodResponses'> {
  const { requestParameters, requestModels, operationName, authorizationScopes } = given
  refuseRepeatedParameters(Object.keys(requestParameters ?? {}))
  for (const model of Object.values(requestModels ?? {})) {
    if (!knownModel(api, model)) throw badRequest(`Invalid model identifier specified: ${model}`, modelHint(api, model))
  }
  return {
    ...authorizationOf(state, api, given),
    apiKeyRequired: given.apiKeyRequired ?? false,
    ...presentMembers({
      requestValidatorId: validatorOf(state, api, given.requestValidatorId),
      operationName,
      requestParameters,
      requestModels,
      authorizationScopes,
    }),
  }
}

const AUTHORIZATION_TYPES: readonly string[] = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']

function authorizationOf(
  state: ControlPlane,
  api: RestApi,
  { authorizationType = 'NONE', authorizerId }: GivenMethod,
): Pick<Method, 'authorizationType' | 'authorizerId'> {
  if (!AUTHORIZATION_TYPES.includes(authorizationType)) {
    const meant = nearest(authorizationType, AUTHORIZATION_TYPES)
    throw badRequest(
      `Invalid authorization type specified: ${authorizationType}`,
      `Use one of ${AUTHORIZATION_TYPES.join(', ')}${meant ? `; did you mean ${meant}?` : '.'}`,
    )
  }
  const type = authorizationType as AuthorizationType
  const known = authorizerId === undefined ? undefined : authorizerNameOf(state, api, authorizerId)
  const isNeeded = type === 'CUSTOM' || type === 'COGNITO_USER_POOLS'
  if (known === undefined && isNeeded) {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
      authorizerHint(state, api, authorizerId),
    )
  }
  return { authorizationType: type, ...(isNeeded && known !== undefined && { authorizerId: known }) }
}

function authorizerHint(state: ControlPlane, api: RestApi, id: string | undefined): string {
  const names = Object.keys(api.authorizers)
  const ids = names.map((name) => `${idOf(state, authorizerScope(api.id), name)} ("${name}")`)
  const given = id === undefined ? 'No --authorizer-id is given.' : `${id} is not one of them.`
  if (names.length === 0) {
    return `"${api.name}" has no authorizer at this point: make it before the method with create-authorizer, and capture its id with --query id --output text.`
  }
  return `"${api.name}" has the authorizers ${ids.join(', ')}. ${given} Did you mean ${ids[0]}?`
}

function validatorOf(state: ControlPlane, api: RestApi, id: string | undefined): string | undefined {
  if (id === undefined || id === '') return undefined
  const name = validatorNameOf(state, api, id)
  if (name !== undefined) return name
  const ids = Object.keys(api.requestValidators).map((each) => idOf(state, validatorScope(api.id), each))
  throw badRequest(
    'Invalid Request Validator identifier specified',
    ids.length === 0 ? 'Make one before with create-request-validator.' : `Did you mean ${nearest(id, ids) ?? ids[0]}?`,
  )
}

function modelHint(api: RestApi, model: string): string {
  const names = [...Object.keys(api.models), 'Empty', 'Error']
  return `Models of "${api.name}": ${names.join(', ')}. ${nearest(model, names) ? `Did you mean ${nearest(model, names)}?` : 'Make it before with create-model.'}`
}

function refuseRepeatedParameters(keys: readonly string[]): void {
  const names = keys.map((key) => key.split('.').slice(3).join('.'))
  if (new Set(names).size < names.length) {
    throw badRequest('Parameter names must be unique across querystring, header and path')
  }
}
