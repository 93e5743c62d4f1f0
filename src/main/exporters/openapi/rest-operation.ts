import type { Method, Verb } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { requestBodyMembers } from './bodies'
import { places } from './export-findings'
import { localHandler } from './local-handler'
import type { ModelSchemas } from './model-schemas'
import type { OpenApiContext } from './openapi-context'
import type { OperationIds } from './operation-ids'
import { parametersOf } from './parameters'
import { responseMembers } from './response-members'
import { restIntegrationExtension } from './rest-integration-extension'
import type { SecurityNames } from './security-names'
import { securityRequirement, type AuthorizerFit } from './security-requirement'

/** What the operations of one document refer to. */
export interface OperationSurroundings {
  readonly models: ModelSchemas
  readonly names: SecurityNames
  readonly operationIds: OperationIds
}

/** One method as an operation. `writtenVerb`: the verb it is written for, where ANY is written out. */
export function restOperation(
  context: OpenApiContext<RestApi>,
  around: OperationSurroundings,
  path: string,
  verb: Verb,
  method: Method,
  writtenVerb: Verb = verb,
): WritableObject {
  const { hasExtensions, api } = context
  const pointer = context.pointer + pointerTo(['resources', path, 'methods', verb])
  const label = `${writtenVerb} ${path}`
  const parameters = parametersOf(context, path, method, pointer)
  const { consumes, ...request } = requestBodyMembers(context, method, around.models, parameters, pointer)
  const { produces, responses } = responseMembers(context, method, around.models, label, pointer)
  const fitOf = (id: string): AuthorizerFit | undefined => restFit(api, id)
  return {
    operationId: around.operationIds.take(method.operationName, verb, writtenVerb, `${pointer}/operationName`),
    description: method.description,
    consumes,
    produces,
    ...request,
    responses,
    ...securityRequirement(context, method, around.names, fitOf, label, pointer),
    ...(hasExtensions && extensions(context, method, pointer)),
  }
}

function extensions(context: OpenApiContext<RestApi>, method: Method, pointer: string): WritableObject {
  const { integration, requestValidatorId } = method
  return {
    ...validator(context, requestValidatorId, `${pointer}/requestValidatorId`),
    ...(integration && {
      'x-amazon-apigateway-integration': restIntegrationExtension(context, integration, `${pointer}/integration`),
      ...localHandler(context, integration, integration.uri),
    }),
  }
}

function validator(
  { api, findings }: OpenApiContext<RestApi>,
  id: string | undefined,
  pointer: string,
): WritableObject {
  if (id === undefined) return {}
  if (Object.hasOwn(api.requestValidators, id)) return { 'x-amazon-apigateway-request-validator': id }
  findings.tally(`validator ${id}`, pointer, {
    code: 'export/not-carried',
    severity: 'error',
    message: (count) =>
      `The request validator "${id}" is named in ${places(count)} of ${api.name}, which has none of that name; requests are not validated there. Add it, or choose another.`,
  })
  return {}
}

function restFit({ authorizers }: RestApi, id: string): AuthorizerFit | undefined {
  if (!Object.hasOwn(authorizers, id)) return undefined
  const isCognito = authorizers[id]?.type === 'COGNITO_USER_POOLS'
  return { authorizationType: isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM', hasScopes: isCognito }
}
