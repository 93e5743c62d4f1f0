import type { TracedRequest } from '@shared/contract/gateway'
import { splitRouteKey } from '@shared/design/route-key'
import type { TemplateEvent } from '@shared/template-event'

/** The event being edited with what is known of a call of the local gateway: its path and its context. The gateway keeps no bodies. */
export function eventOfCall(call: TracedRequest, event: TemplateEvent): TemplateEvent {
  const resourcePath = splitRouteKey(call.routeKey).path
  return {
    ...event,
    params: { ...event.params, path: pathParameters(resourcePath, call.path) },
    context: {
      ...event.context,
      httpMethod: call.method,
      path: `/${call.stage}${call.path}`,
      requestId: call.requestId,
      requestTimeEpoch: call.receivedAt,
      resourcePath,
      stage: call.stage,
    },
  }
}

/** "/orders/{id}" and "/orders/7" -> { id: "7" }; a greedy parameter takes the rest. */
export function pathParameters(resourcePath: string, path: string): Readonly<Record<string, string>> {
  const values = path.split('/')
  const pairs = resourcePath.split('/').flatMap((segment, index): [string, string][] => {
    if (!segment.startsWith('{') || !segment.endsWith('}')) return []
    const name = segment.slice(1, -1)
    return name.endsWith('+')
      ? [[name.slice(0, -1), values.slice(index).join('/')]]
      : [[name, decoded(values[index] ?? '')]]
  })
  return Object.fromEntries(pairs)
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
