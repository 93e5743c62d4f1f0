import type { TracedRequest } from '@shared/contract/gateway'
import { splitRouteKey } from '@shared/design/route-key'
import type { TemplateEvent } from '@shared/template-event'

/**
 * The event of a call of the local gateway, as its request template saw it; the body of the one being edited where the gateway kept
 * none. Of a call without an event only path and context are known: the rest stays too.
 */
export function eventOfCall(call: TracedRequest, event: TemplateEvent): TemplateEvent {
  const { templateEvent } = call
  if (templateEvent !== undefined) return hasBody(call) ? templateEvent : { ...templateEvent, body: event.body }
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

/** Whether the body of a call is known: none was sent, or it was kept. Binary and large ones are not. */
export function hasBody({ templateEvent, method }: TracedRequest): boolean {
  if (templateEvent === undefined) return false
  return templateEvent.body !== null || BODILESS.has(method) || !hasContent(templateEvent.params?.header)
}

const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A body comes with its length or in chunks. */
function hasContent(header: Readonly<Record<string, string>> = {}): boolean {
  return Object.entries(header).some(
    ([name, value]) =>
      name.toLowerCase() === 'transfer-encoding' || (name.toLowerCase() === 'content-length' && value.trim() !== '0'),
  )
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
