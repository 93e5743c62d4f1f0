import { pointerSegment } from '@shared/diagnostic'
import { inWords, isRecord, type JsonRecord } from '../json-place'
import type { TemplateResource } from '../template/template'
import { refuse, say, type SamContext } from './sam-context'

/** One entry of `Events` of a function or a state machine. */
export interface SamEvent {
  readonly name: string
  readonly type: string
  readonly properties: JsonRecord
  /** "/Resources/Orders/Properties/Events/GetOrder". */
  readonly pointer: string
  /** "the event GetOrder of Orders", for messages. */
  readonly label: string
}

/** The events of a resource in the order of the text; what is none is reported. */
export function readEvents(context: SamContext, resource: TemplateResource): SamEvent[] {
  const { properties, logicalId } = resource
  const events = Object.hasOwn(properties, 'Events') ? properties['Events'] : undefined
  if (events === undefined || events === null) return []
  const pointer = `${resource.pointer}/Properties/Events`
  if (!isRecord(events)) {
    const message = `"Events" of ${logicalId} is ${inWords(events)} and left out. It must be an object.`
    say(context, 'import/wrong-type', 'error', pointer, message)
    return []
  }
  return Object.entries(events).flatMap(([name, event]) => {
    const place = `${pointer}/${pointerSegment(name)}`
    const label = `the event ${name} of ${logicalId}`
    if (!isRecord(event) || typeof event['Type'] !== 'string') {
      refuse(context, place, `${label} has no "Type" and is left out. Give it one, as in Type: Api.`)
      return []
    }
    const written = event['Properties'] ?? {}
    if (isRecord(written)) return [{ name, type: event['Type'], properties: written, pointer: place, label }]
    const message = `"Properties" of ${label} is ${inWords(written)}; the event is left out. It must be an object.`
    say(context, 'import/wrong-type', 'error', `${place}/Properties`, message)
    return []
  })
}
