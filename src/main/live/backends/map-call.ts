import {
  mapIntegrationRequest,
  type MappedRequest,
  type TemplateOverrides,
} from '../../engine/mapping/map-integration-request'
import { mapMethodResponse, type IntegrationResult } from '../../engine/mapping/map-method-response'
import type { MappingFailure } from '../../engine/mapping/mapping-failure'
import type { MappingTools } from '../../engine/mapping/mapping-tools'
import { bufferOf } from '../buffer-codec'
import type { Call } from '../call'
import { clientRequestOf } from '../events/client-request'
import { nameOfRoute } from '../live-route'
import type { BackendAnswer, BackendFailure, BackendResponse } from './backend-answer'

/** The integration request of a call that is no proxy's. */
export function mapCallRequest(tools: MappingTools, call: Call): MappedRequest | BackendFailure {
  const { binaryMediaTypes } = call.route.stage.view.definition
  const integration = call.route.compiled.method.integration!
  const mapped = mapIntegrationRequest(integration, binaryMediaTypes, clientRequestOf(call), tools)
  return mapped.kind === 'failure' ? failureOf(call, mapped) : mapped
}

/** The answer of a call that is no proxy's, from what its integration gave back. */
export function mapCallResponse(
  tools: MappingTools,
  call: Call,
  result: IntegrationResult,
  overrides: TemplateOverrides,
): BackendAnswer {
  const { method } = call.route.compiled
  const { binaryMediaTypes } = call.route.stage.view.definition
  const { integrationResponses } = method.integration!
  const responding = { methodResponses: method.methodResponses, integrationResponses, binaryMediaTypes }
  const answer = mapMethodResponse(responding, result, clientRequestOf(call), overrides, tools)
  if (answer.kind === 'failure') return failureOf(call, answer)
  return { kind: 'response', status: answer.status, headers: answer.headers, body: bufferOf(answer.body) }
}

/** Answers of HTTP and AWS integrations carry the trace. Source: rest-api.md 2.3, recorded. */
export function withTraceId<T extends BackendAnswer>(answer: T, call: Call): T | BackendResponse {
  if (answer.kind === 'failure') return answer
  const headers = answer.headers.filter(([name]) => name.toLowerCase() !== 'x-amzn-trace-id')
  return { ...answer, headers: [...headers, ['X-Amzn-Trace-Id', call.message.ids.traceId]] }
}

function failureOf(call: Call, failure: MappingFailure): BackendFailure {
  return { ...failure, problem: `${nameOfRoute(call.route)}: ${failure.problem}` }
}
