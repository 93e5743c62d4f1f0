import type { Method } from '@shared/design/method'
import { withoutAbsent } from '../without-absent'
import { readMethodSecurity } from './method-security'
import { readMethodResponses } from './method-responses'
import type { Models } from './models'
import { capitalised, nameWords } from './name-words'
import type { OpenApiContext } from './openapi-context'
import { readParameters } from './parameters'
import type { Operation } from './path-items'
import { readRequestModels } from './request-body'
import { VALIDATOR, validatorId, type Validators } from './request-validators'
import { readRestIntegration } from './rest-integration'
import type { SecurityScheme } from './security-schemes'

/** What the methods of one API refer to. */
export interface MethodSurroundings {
  readonly models: Models
  readonly schemes: ReadonlyMap<string, SecurityScheme>
  readonly validators: Validators
}

/** One operation as a method request with its integration. */
export function readRestMethod(context: OpenApiContext, operation: Operation, around: MethodSurroundings): Method {
  const { members } = operation
  const words = (): string[] => modelWords(operation)
  const { requestParameters, body } = readParameters(context, operation)
  const requestModels = readRequestModels(context, operation, body, around.models, words)
  const security = readMethodSecurity(context, operation, around.schemes)
  const isCognito = security.authorizationType === 'COGNITO_USER_POOLS'
  const method: Method = withoutAbsent({
    operationName: members.text('operationId'),
    description: readDescription(operation),
    authorizationType: security.authorizationType === 'JWT' ? 'NONE' : security.authorizationType,
    authorizerId: security.authorizerId,
    authorizationScopes: isCognito && security.scopes.length > 0 ? security.scopes : undefined,
    apiKeyRequired: security.apiKeyRequired,
    requestValidatorId: validatorId(members, around.validators),
    requestParameters: Object.keys(requestParameters).length > 0 ? requestParameters : undefined,
    requestModels: Object.keys(requestModels).length > 0 ? requestModels : undefined,
    methodResponses: readMethodResponses(context, operation, around.models, words),
    integration: readRestIntegration(context, operation),
  })
  if (!isCognito && security.scopes.length > 0) reportScopes(context, operation, security.scopes)
  finishOperation(operation)
  const carried = `${operation.label}, ${method.integration?.type ?? 'no integration'}`
  context.findings.carry(carried, members.pointer)
  return method
}

/** Members of an operation that neither kind of API has a place for. */
export function finishOperation(operation: Operation): void {
  const { members } = operation
  members.skip('security', 'consumes', 'produces', VALIDATOR)
  members.skipDocumentation('summary', 'description', 'tags', 'externalDocs', 'deprecated', 'servers', 'schemes')
  members.notCarried('callbacks', 'API Gateway does not call clients back.')
  members.finish()
}

function readDescription(operation: Operation): string | undefined {
  return operation.members.text('description') ?? operation.members.text('summary')
}

/** What models are named after: the operationId, else the verb and the path: ["Post", "Orders", "Id"]. */
function modelWords(operation: Operation): string[] {
  const operationId = operation.members.text('operationId')
  const words = nameWords(operationId ?? `${operation.verb.toLowerCase()} ${operation.path}`)
  return words.map((word) => capitalised(word))
}

function reportScopes(context: OpenApiContext, operation: Operation, scopes: readonly string[]): void {
  const message = `The scopes ${scopes.join(', ')} of ${operation.label} are left out: REST APIs check scopes with COGNITO_USER_POOLS only.`
  context.findings.report('import/not-carried', 'warning', operation.members.pointerOf('security'), message)
}
