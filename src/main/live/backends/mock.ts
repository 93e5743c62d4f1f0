import type { Integration, IntegrationResponse } from '@shared/design/integration'
import type { Call } from '../call'
import { nameOfRoute } from '../live-route'
import { evaluateMapping } from '../mapping-expression'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { configurationError, type BackendAnswer, type BackendFailure } from './backend-answer'
import { withContentType } from '../../engine/mapping/header-remapping'
import { mockStatusCode } from '../../engine/mapping/mock-status-code'
import { selectResponse } from '../../engine/mapping/select-response'
import { isPlainTemplate, requestTemplate, responseTemplate } from '../../engine/mapping/template-choice'

const TARGET = 'method.response.header.'

/**
 * MOCK: the request template says which status, the response template what the body is. Only templates without directives and
 * references are rendered by this release; any other is answered with 500 and named. Source: rest-api.md 9.8.
 */
export function answerMock(call: Call): BackendAnswer {
  const { integrationResponses } = call.route.compiled.method.integration!
  const status = mockStatus(call)
  if (typeof status === 'object') return status
  const response = selectResponse(integrationResponses, status)
  if (response === undefined) return problem(call, `no integration response fits the status ${status}`)
  return answerWith(call, response)
}

/** The status as text; "" when the client's body was passed through and names none, which selects the default response. */
function mockStatus(call: Call): string | BackendFailure {
  const integration = call.route.compiled.method.integration!
  const templates = integration.requestTemplates ?? {}
  const template = requestTemplate(templates, headerValue(call.message.headers, 'Content-Type'))
  if (template === undefined) {
    if (!isPassedThrough(integration)) return unsupportedMediaType(call)
    return String(mockStatusCode(call.message.body.toString('utf8')) ?? '')
  }
  if (!isPlainTemplate(template)) return notRendered(call, 'request template')
  const status = mockStatusCode(template)
  return status === null
    ? problem(call, 'the request template gives no statusCode that is a whole number')
    : String(status)
}

/** Source: API Gateway Developer Guide, "Integration passthrough behaviors". */
function isPassedThrough({ passthroughBehavior, requestTemplates }: Integration): boolean {
  if (passthroughBehavior === 'NEVER') return false
  return passthroughBehavior !== 'WHEN_NO_TEMPLATES' || Object.keys(requestTemplates ?? {}).length === 0
}

function answerWith(call: Call, response: IntegrationResponse): BackendAnswer {
  const { methodResponses } = call.route.compiled.method
  if (!methodResponses.some(({ statusCode }) => statusCode === response.statusCode)) {
    return problem(call, `output mapping refers to an invalid method response: ${response.statusCode}`)
  }
  const template = responseTemplate(response.responseTemplates ?? {}, headerValue(call.message.headers, 'Accept'))
  if (template !== undefined && !isPlainTemplate(template)) return notRendered(call, 'response template')
  const headers = mappedHeaders(call, response.responseParameters ?? {})
  if (headers === null) return notRendered(call, 'response parameters')
  const body = Buffer.from(template ?? '', 'utf8')
  return { kind: 'response', status: Number(response.statusCode), headers: withContentType(headers), body }
}

/** Null when one of the mappings is of a kind that this release does not evaluate. */
function mappedHeaders(call: Call, parameters: Readonly<Record<string, string>>): HeaderList | null {
  const headers: [string, string][] = []
  for (const [target, expression] of Object.entries(parameters)) {
    // A mock has no backend whose headers could be mapped.
    if (!target.startsWith(TARGET) || /^integration\.response\.(?:multivalue)?header\./.test(expression)) continue
    const mapped = evaluateMapping(expression, call)
    if (mapped.kind === 'unsupported') return null
    if (mapped.kind === 'value') headers.push([target.slice(TARGET.length), mapped.value])
  }
  return headers
}

function notRendered(call: Call, part: string): BackendFailure {
  return configurationError(`Mapping templates are not rendered by this release: ${part} of ${nameOfRoute(call.route)}`)
}

function problem(call: Call, what: string): BackendFailure {
  return configurationError(`${nameOfRoute(call.route)}: ${what}`)
}

function unsupportedMediaType(call: Call): BackendFailure {
  const what = 'no request template for the content type, and bodies are not passed through'
  return { kind: 'failure', type: 'UNSUPPORTED_MEDIA_TYPE', problem: `${nameOfRoute(call.route)}: ${what}` }
}
