import type { TemplateSlot } from '@shared/design/mapping-template'
import { routeKeyOf } from '@shared/design/route-key'

/** "Request template of POST /orders application/json", "Response template 201 of ...". */
export function slotWords(slot: TemplateSlot): string {
  return `${slotKind(slot)} of ${routeKeyOf(slot.verb, slot.path)} ${slot.contentType}`
}

/** "Request template", "Response template 201", "Response template 400 for Bad.*". */
export function slotKind({ statusCode, selectionPattern }: TemplateSlot): string {
  if (statusCode === undefined) return 'Request template'
  return `Response template ${statusCode}${selectionPattern ? ` for ${selectionPattern}` : ''}`
}

/** One line of a list: "POST /orders, request", "POST /orders, 201, application/xml". */
export function slotLine({ verb, path, statusCode, selectionPattern, contentType }: TemplateSlot): string {
  const part = statusCode === undefined ? 'request' : `${statusCode}${selectionPattern ? ` ${selectionPattern}` : ''}`
  const type = contentType === 'application/json' ? [] : [contentType]
  return [routeKeyOf(verb, path), part, ...type].join(', ')
}

/** For the middle of a sentence: "Request template" -> "request template". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
