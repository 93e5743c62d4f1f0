import { inWords, isRecord, quoted } from '../../json-place'
import type { ApiEvent } from '../api-event'
import { append, INTEGRATION } from '../definition'
import { isMutable, ownMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'

const EXPRESSION = /^method\.request\.(querystring|path|header)\.(.+)$/

/** Adds `RequestParameters` of an event: texts, or objects with one. Source: SAM Developer Guide, "RequestParameter". */
export function addRequestParameters(context: SamContext, event: ApiEvent, method: MutableRecord): void {
  const written = ownMember(event.properties, 'RequestParameters')
  if (written === undefined) return
  const pointer = `${event.pointer}/Properties/RequestParameters`
  if (!Array.isArray(written)) {
    refuse(
      context,
      pointer,
      `"RequestParameters" of ${event.label} is left out: it is ${inWords(written)}, and must be a list.`,
    )
    return
  }
  for (const [index, parameter] of (written as unknown[]).entries()) {
    addParameter(context, event, method, parameter, `${pointer}/${index}`)
  }
}

function addParameter(
  context: SamContext,
  event: ApiEvent,
  method: MutableRecord,
  parameter: unknown,
  pointer: string,
): void {
  const [name, settings] = isRecord(parameter) ? (Object.entries(parameter)[0] ?? []) : [parameter, {}]
  const match = typeof name === 'string' ? EXPRESSION.exec(name) : null
  if (typeof name !== 'string' || !match || !isRecord(settings)) {
    const said = typeof name === 'string' ? quoted(name) : inWords(name)
    const message = `A request parameter of ${event.label}, ${said}, is left out. Write method.request.querystring.page, method.request.path.id or method.request.header.Authorization, or an object with that name and { Required: true, Caching: false }.`
    refuse(context, pointer, message)
    return
  }
  const [, location, parameterName] = match
  const required = ownMember(settings, 'Required') ?? false
  append(method, 'parameters', { in: location === 'querystring' ? 'query' : location, name: parameterName, required })
  const integration = ownMember(method, INTEGRATION)
  if (ownMember(settings, 'Caching') === true && isMutable(integration)) append(integration, 'cacheKeyParameters', name)
}
