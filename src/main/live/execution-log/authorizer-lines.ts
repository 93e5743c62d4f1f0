import type { Trace } from '@shared/trace'
import type { Call } from '../call'
import type { CallerCheck } from '../callers/caller-check'
import { identityRequest } from '../events/identity-request'
import { endpointRequestLines } from './method-lines'
import { mapText, masked, payloadStart } from './log-text'

/** What an authorizer was asked and what came of it. */
export interface AuthorizerCheck {
  readonly lines: readonly string[]
  readonly hasPassed: boolean
}

/**
 * The check of an authorizer; null where none was asked because nothing told who the caller is: such requests are not logged.
 * Source: AWS re:Post, "How do I use API Gateway logs to troubleshoot API issues?"; published logs; rest-api.md 7.2.
 */
export function authorizerLines(call: Call, trace: Trace): AuthorizerCheck | null {
  const { authorizer } = call.route
  const entries = trace.filter(({ step }) => step === 'authorizer')
  const last = entries.at(-1)
  if (call.route.callerCheck !== null && last !== undefined) return callerLines(call, call.route.callerCheck, trace)
  if (authorizer === null || last === undefined) return { lines: [], hasPassed: isAllowed(trace) }
  const { requestId } = call.message.ids
  const { effect, source } = last.details
  if (source === undefined) return null
  const exchange = call.authorizerExchange
  const asked = [
    `Starting authorizer: ${authorizer.id} for request: ${requestId}`,
    `Incoming identity: ${identityText(call)}`,
    ...(exchange === null ? [] : endpointRequestLines(exchange)),
  ]
  if (effect === 'Unauthorized') return { lines: [...asked, `Unauthorized request: ${requestId}`], hasPassed: false }
  const said = exchange?.answer
  const answered = said ? [`Authorizer result body before parsing: ${payloadStart(said.body)}`] : []
  if (effect === 'error') {
    const why = `Execution failed due to configuration error: ${call.authorizerProblem ?? 'the authorizer gave no answer'}`
    return { lines: [...asked, ...answered, why, 'AuthorizerConfigurationException'], hasPassed: false }
  }
  const principal = `Using valid authorizer policy for principal: ${masked(call.authorizer?.principalId ?? '')}`
  const lines = [...asked, ...answered, principal, 'Successfully completed authorizer execution']
  return { lines, hasPassed: isAllowed(trace) }
}

/**
 * A user pool's authorizer starts, and ends as the others do; the token stays masked. A signature is no authorizer: where it is refused
 * the log has what the caller was told. Source: rest-api.md 7.5, 7.7 and 12.3. Departure: where these lines stand is inferred.
 */
function callerLines(call: Call, check: CallerCheck, trace: Trace): AuthorizerCheck | null {
  const { refusal } = call
  if (check.kind === 'signature') {
    return { lines: refusal === null ? [] : [refusal.message.split('\n')[0]!], hasPassed: isAllowed(trace) }
  }
  const { requestId } = call.message.ids
  const reading = check.reader.read(identityRequest(call))
  if (reading.kind !== 'found') return null
  const started = [
    `Starting authorizer: ${check.id} for request: ${requestId}`,
    `Incoming identity: ${masked(reading.values[0] ?? '')}`,
  ]
  if (refusal !== null) return { lines: [...started, `Unauthorized request: ${requestId}`], hasPassed: false }
  return { lines: [...started, 'Successfully completed authorizer execution'], hasPassed: isAllowed(trace) }
}

/** A policy may have said no, alone or with the resource policy; then nothing comes after it. */
function isAllowed(trace: Trace): boolean {
  return trace.at(-1)?.step !== 'authorizer'
}

/** Of a TOKEN authorizer the token; else every source with its value. */
function identityText(call: Call): string {
  const { settings, reader } = call.route.authorizer!
  const reading = reader.read(identityRequest(call))
  const values = reading.kind === 'found' ? reading.values : []
  if (settings.type === 'TOKEN') return masked(values[0] ?? '')
  const names = (settings.identitySource ?? '').split(',').map((source) => source.trim())
  return mapText(values.map((value, index) => [names[index] ?? '', masked(value)] as const))
}
