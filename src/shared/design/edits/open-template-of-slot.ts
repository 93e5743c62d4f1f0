import type { Design } from '../design'
import type { TemplateSlot } from '../mapping-template'
import { findRestApi } from '../route-key'
import { problemOfSlot, savedTemplateOfSlot, templateOfSlot } from '../template-slots'
import { methodAt } from './change-methods'
import { putTemplate } from './put-template'

/** A design and the name of the saved template that was asked for. */
export interface OpenedTemplate {
  readonly design: Design
  /** null when there is no such slot. */
  readonly name: string | null
}

/**
 * The saved template of a slot: the one that belongs to it, else a new one with what the slot holds, named after the route, as in
 * "create-order.vtl" and "create-order-201.vtl" for a response. A name that is chosen or made gets a number when it is taken.
 */
export function openTemplateOfSlot(design: Design, slot: TemplateSlot, chosenName?: string): OpenedTemplate {
  const known = savedTemplateOfSlot(design, slot)
  if (known !== undefined) return { design, name: known }
  if (problemOfSlot(design, slot) !== null) return { design, name: null }
  const name = freeName(design, chosenName ?? nameOfSlot(design, slot))
  const source = templateOfSlot(design, slot) ?? ''
  return { design: putTemplate(design, name, { source, profile: 'apigw', slot, cases: [] }), name }
}

/** "CreateOrder" -> "create-order.vtl"; "GET /orders/{id}" without an operation name -> "get-orders-id.vtl". */
export function nameOfSlot(design: Design, slot: TemplateSlot): string {
  const api = findRestApi(design, slot.apiId)
  const method = api && methodAt(api, slot.path, slot.verb)
  const base = kebab(method?.operationName ?? '') || kebab(`${slot.verb} ${slot.path}`)
  const status = slot.statusCode === undefined ? '' : `-${kebab(slot.statusCode)}`
  return `${base}${status}${kindOf(slot.contentType)}.vtl`
}

/** What tells a content type other than JSON apart: "application/xml" -> "-xml". */
function kindOf(contentType: string): string {
  if (contentType === 'application/json') return ''
  const kind = kebab(contentType.slice(contentType.indexOf('/') + 1).replace(/^x-/, ''))
  return kind === '' ? '' : `-${kind}`
}

/** Words of ASCII letters and digits in lower case, joined by dashes: "CreateOrder" and "create order" -> "create-order". */
function kebab(text: string): string {
  const words = text.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').match(/[A-Za-z\d]+/g) ?? []
  return words.join('-').toLowerCase()
}

function freeName(design: Design, name: string): string {
  const isTaken = (candidate: string): boolean =>
    candidate === '__proto__' || Object.hasOwn(design.templates ?? {}, candidate)
  const [stem, ending] = name.endsWith('.vtl') ? [name.slice(0, -4), '.vtl'] : [name, '']
  let free = name
  for (let count = 2; isTaken(free); count++) free = `${stem}-${count}${ending}`
  return free
}
