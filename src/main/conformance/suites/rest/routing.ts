import { RestRouter } from '../../../engine/router/rest-router'
import { METHOD_ANSWER, gatewayAnswer } from './answer-members'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface RoutingInput {
  readonly resources: readonly (readonly [path: string, verb: string, label: string])[]
  readonly request: { readonly method: string; readonly path: string }
}

/** Which method serves a request; a miss is answered by the gateway. */
export const ROUTING_KIND: CaseKind = {
  name: 'routing',
  play: (entry) => played(entry.id, () => compareMembers(entry, route(entry))),
}

function route(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { resources, request } = entry as unknown as RoutingInput
  const router = new RestRouter(resources.map(([path, verb, label]) => ({ path, verb, value: label })))
  const match = router.match(request.method, request.path)
  const answer = match === null ? gatewayAnswer('MISSING_AUTHENTICATION_TOKEN') : METHOD_ANSWER
  return { ...answer, label: match?.value, pathParameters: match?.pathParameters, resourcePath: match?.resourcePath }
}
