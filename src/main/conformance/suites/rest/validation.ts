import type { JsonSchema } from '@shared/design/model'
import type { RequestValidator } from '@shared/design/request-validator'
import type { RestApiDefinition } from '@shared/design/rest-api'
import { RestRouter } from '../../../engine/router/rest-router'
import { compileRequestValidation, missingParametersMessage } from '../../../engine/validation/request-validator'
import { METHOD_ANSWER, gatewayAnswer, type AnswerMembers } from './answer-members'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface ValidationInput {
  readonly resource?: string
  readonly models?: Readonly<Record<string, JsonSchema>>
  readonly requestModels?: Readonly<Record<string, string>>
  /** Required ones by name, or every one with its flag. */
  readonly requestParameters?: readonly string[] | Readonly<Record<string, boolean>>
  readonly validator?: Partial<RequestValidator>
  readonly request: {
    readonly path?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly query?: Readonly<Record<string, string>>
    readonly body?: string | null
  }
}

/** Whether a request passes the method's validator, and the gateway's answer when it does not. */
export const VALIDATION_KIND: CaseKind = {
  name: 'validation',
  play: (entry) => played(entry.id, () => compareMembers(entry, validate(entry))),
}

export function validate(entry: CaseEntry): AnswerMembers {
  const input = entry as unknown as ValidationInput
  const resourcePath = input.resource ?? '/'
  const validation = compileRequestValidation(definitionOf(input), methodOf(input), resourcePath)
  if (validation === null) return METHOD_ANSWER
  const { headers = {}, query = {}, body, path = resourcePath } = input.request
  const route = new RestRouter([{ path: resourcePath, verb: 'GET', value: null }]).match('GET', path)
  const missing = validation.parameters({ headers, query, pathParameters: route?.pathParameters ?? {} })
  if (missing.length > 0) return gatewayAnswer('BAD_REQUEST_PARAMETERS', missingParametersMessage(missing))
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return validation.body(contentType, body ?? '').valid ? METHOD_ANSWER : gatewayAnswer('BAD_REQUEST_BODY')
}

function definitionOf({ models = {}, validator }: ValidationInput): RestApiDefinition {
  const modelEntries = Object.entries(models).map(([name, schema]) => [
    name,
    { contentType: 'application/json', schema },
  ])
  return {
    apiKeySource: 'HEADER',
    resources: {},
    authorizers: {},
    models: Object.fromEntries(modelEntries) as RestApiDefinition['models'],
    requestValidators: { v: { validateRequestBody: true, validateRequestParameters: true, ...validator } },
    gatewayResponses: {},
  }
}

function methodOf({ requestModels = {}, requestParameters = {} }: ValidationInput) {
  return {
    authorizationType: 'NONE' as const,
    apiKeyRequired: false,
    methodResponses: [],
    requestValidatorId: 'v',
    requestModels,
    requestParameters: isNameList(requestParameters)
      ? Object.fromEntries(requestParameters.map((name) => [name, true]))
      : requestParameters,
  }
}

function isNameList(
  parameters: readonly string[] | Readonly<Record<string, boolean>>,
): parameters is readonly string[] {
  return Array.isArray(parameters)
}
