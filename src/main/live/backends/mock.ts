import type { IntegrationResult } from '../../engine/mapping/map-method-response'
import type { MappedRequest } from '../../engine/mapping/map-integration-request'
import type { MappingTools } from '../../engine/mapping/mapping-tools'
import { mockStatusCode } from '../../engine/mapping/mock-status-code'
import { payloadText } from '../../engine/mapping/payload'
import type { Call } from '../call'
import { nameOfRoute } from '../live-route'
import { configurationError, type BackendAnswer } from './backend-answer'
import { mapCallRequest, mapCallResponse } from './map-call'
import { untilAborted } from './play-fault'

/**
 * MOCK: the request template says which status, the response template what the body is. A client's body that is passed through and
 * names no status selects the default response (U9). Source: rest-api.md 9.8.
 */
export async function answerMock(tools: MappingTools, call: Call, signal: AbortSignal): Promise<BackendAnswer> {
  const { fault } = call.route.compiled.method.integration!
  if (fault === 'timeout') await untilAborted(signal)
  if (fault !== undefined) return configurationError(`${nameOfRoute(call.route)}: plays the fault "${fault}"`)
  return mockAnswer(tools, call)
}

/** The same without a fault. */
export function mockAnswer(tools: MappingTools, call: Call): BackendAnswer {
  const mapped = mapCallRequest(tools, call)
  if (mapped.kind === 'failure') return mapped
  const result = mockResult(mapped, tools)
  if (result === null) return configurationError(`${nameOfRoute(call.route)}: ${NO_STATUS}`)
  return mapCallResponse(tools, call, result, mapped.overrides)
}

/** As the service says it in its execution log. */
const NO_STATUS =
  'unable to parse statusCode. It should be an integer that is defined in the request template, as in {"statusCode": 200}'

function mockResult({ body, isPassedThrough }: MappedRequest, { codec }: MappingTools): IntegrationResult | null {
  const status = mockStatusCode(payloadText(body, codec))
  if (status === null && !isPassedThrough) return null
  return { selectionText: String(status ?? ''), headers: [], body: null }
}
