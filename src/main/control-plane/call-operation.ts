import { withExtras, type ControlPlane } from './control-plane'
import type { JsonRecord } from './json-record'
import type { DocumentPort, Note } from './operation-handler'
import { OperationInput } from './operation-input'
import type { Operation } from './operations/operation'
import { pageOf } from './page-of'
import { REST_HANDLERS } from './rest/rest-handlers'
import { badRequest, notInList, Refusal, type ServiceError } from './service-error'
import { V2_HANDLERS } from './v2/v2-handlers'
import { valueProblem } from './value-problem'

/** What came of an operation. `unplayed`: it is known, and does nothing to a design. */
export type OperationResult =
  | {
      readonly kind: 'done'
      readonly state: ControlPlane
      readonly output: JsonRecord | null
      readonly notes: readonly Note[]
    }
  | { readonly kind: 'refused'; readonly error: ServiceError }
  | { readonly kind: 'unplayed' }

/**
 * Carries out one operation of the management API. `values` by the names of the wire, those of the path, query and body together, and
 * the payload as text; dates in the output are ISO 8601.
 */
export function callOperation(
  state: ControlPlane,
  operation: Operation,
  values: JsonRecord,
  documents: DocumentPort,
): OperationResult {
  const handlers = operation.service === 'apigateway' ? REST_HANDLERS : V2_HANDLERS
  const isPlayed = operation.service !== 'apigatewaymanagementapi' && Object.hasOwn(handlers, operation.name)
  const handler = isPlayed ? handlers[operation.name] : undefined
  if (handler === undefined) return { kind: 'unplayed' }
  try {
    refuseWrongValues(operation, values)
    const input = new OperationInput(values)
    const answer = handler({ state, input, documents })
    const extras = input.unread(operation.members.filter(({ place }) => place === 'body').map(({ name }) => name))
    const kept = answer.about === undefined ? answer.state : withExtras(answer.state, answer.about, extras)
    const output = answer.output && answer.about !== undefined ? { ...answer.output, ...extras } : answer.output
    return {
      kind: 'done',
      state: kept,
      output: output ? pageOf(output, operation, values) : null,
      notes: [...(answer.notes ?? []), ...Object.keys(extras).map(withoutPlace)],
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: 'refused', error: thrown.error }
    throw thrown
  }
}

function withoutPlace(name: string): Note {
  return { severity: 'info', text: `"${name}" has no place in a design and is left out.` }
}

/** What the shapes say about the values, before any rule of the operation. */
function refuseWrongValues({ members, service }: Operation, values: JsonRecord): void {
  for (const { name, clientName, isRequired, shape } of members) {
    const value = values[name]
    if (value === undefined || value === null) {
      if (isRequired) throw badRequest(`Missing required parameter in input: "${clientName}"`)
      continue
    }
    const problem = valueProblem(value, shape, clientName)
    if (problem === null) continue
    if (problem.values === undefined) throw badRequest(problem.message)
    const refusal = notInList(problem.place, problem.found, problem.values, `Use one of ${problem.values.join(', ')}.`)
    throw service === 'apigateway' ? refusal : badRequest(refusal.error.message, refusal.error.hint)
  }
}
