import type { Method } from '@shared/design/method'
import type { RestApiDefinition } from '@shared/design/rest-api'
import { compileBodyCheck, type BodyVerdict } from './request-body-check'
import { compileRequiredParameters, type RequestParameterValues } from './required-parameters'

/** What a method's request validator asks of a request. The parameters are judged first, and alone. */
export interface RequestValidation {
  /** Names of the required parameters that are missing, as the service lists them: ["x-trace", "id", "page"]. */
  parameters(request: RequestParameterValues): string[]
  /** `contentType` is the request's header; an absent body is "". */
  body(contentType: string | undefined, text: string): BodyVerdict
}

/**
 * Null when the method has no validator, or one that checks nothing.
 * Source: API Gateway Developer Guide, "Request validation"; rest-api.md 8.
 */
export function compileRequestValidation(
  definition: RestApiDefinition,
  method: Method,
  resourcePath: string,
): RequestValidation | null {
  const { requestValidatorId: id } = method
  const validator =
    id !== undefined && Object.hasOwn(definition.requestValidators, id) ? definition.requestValidators[id] : undefined
  const checksParameters = validator?.validateRequestParameters ?? false
  const checksBody = validator?.validateRequestBody ?? false
  if (!checksParameters && !checksBody) return null
  return {
    parameters: compileRequiredParameters(checksParameters ? (method.requestParameters ?? {}) : {}, resourcePath),
    body: compileBodyCheck(checksBody ? (method.requestModels ?? {}) : {}, definition.models),
  }
}

/** ["a", "b"] -> "Missing required request parameters: [a, b]". Source: recorded. */
export function missingParametersMessage(names: readonly string[]): string {
  return `Missing required request parameters: [${names.join(', ')}]`
}
