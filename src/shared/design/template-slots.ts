import type { Design } from './design'
import { memberOf } from './edits/update-in'
import { methodAt } from './edits/change-methods'
import type { Integration, IntegrationResponse } from './integration'
import type { MappingTemplate, TemplateSlot } from './mapping-template'
import type { RestApi } from './rest-api'
import { findRestApi, restRoutes, routeKeyOf, type RestRoute } from './route-key'

/**
 * Every slot of an API that holds a template: routes in their order, of each the request templates first. `selectionPattern` is
 * there only where it takes one to tell responses of the same status apart.
 */
export function templateSlots(api: RestApi): TemplateSlot[] {
  return restRoutes(api).flatMap((route) => slotsOfRoute(api, route))
}

function slotsOfRoute(api: RestApi, { path, verb, method }: RestRoute): TemplateSlot[] {
  const { integration } = method
  if (!integration) return []
  const place = { apiId: api.id, path, verb }
  const requests = Object.keys(integration.requestTemplates ?? {}).map((contentType) => ({ ...place, contentType }))
  const responses = integration.integrationResponses.flatMap((response) =>
    Object.keys(response.responseTemplates ?? {}).map((contentType) => ({
      ...place,
      contentType,
      ...slotOfResponse(integration, response),
    })),
  )
  return [...requests, ...responses]
}

/** How a slot names an integration response. */
export function slotOfResponse(
  integration: Integration,
  { statusCode, selectionPattern }: IntegrationResponse,
): Pick<TemplateSlot, 'statusCode' | 'selectionPattern'> {
  const isAlone = integration.integrationResponses.filter((each) => each.statusCode === statusCode).length === 1
  return { statusCode, ...(!isAlone && selectionPattern && { selectionPattern }) }
}

/** The text that a slot of an API holds; undefined when it holds none or is not there. */
export function templateOfSlot(design: Design, slot: TemplateSlot): string | undefined {
  const place = placeOfSlot(design, slot)
  if (typeof place === 'string') return undefined
  return memberOf(
    (place.response ? place.response.responseTemplates : place.integration.requestTemplates) ?? {},
    slot.contentType,
  )
}

/** The saved template that was opened from a slot or attached to it, by name. */
export function savedTemplateOfSlot(design: Design, slot: TemplateSlot): string | undefined {
  const isOfSlot = ([, template]: [string, MappingTemplate]): boolean =>
    template.slot !== undefined && isSameSlot(design, template.slot, slot)
  return Object.entries(design.templates ?? {}).find(isOfSlot)?.[0]
}

/** Whether two slots are one place, also when only one of them names the pattern of its response. */
export function isSameSlot(design: Design, a: TemplateSlot, b: TemplateSlot): boolean {
  const isNear = a.apiId === b.apiId && a.path === b.path && a.verb === b.verb && a.contentType === b.contentType
  if (!isNear || a.statusCode !== b.statusCode) return false
  if ((a.selectionPattern ?? '') === (b.selectionPattern ?? '')) return true
  const [first, second] = [placeOfSlot(design, a), placeOfSlot(design, b)]
  return typeof first !== 'string' && typeof second !== 'string' && first.response === second.response
}

/** Why no template can be put into a slot, as in "POST /orders is not there any more."; null when one can. */
export function problemOfSlot(design: Design, slot: TemplateSlot): string | null {
  const place = placeOfSlot(design, slot)
  return typeof place === 'string' ? place : null
}

/** The integration that a slot is part of, and for a response template its integration response. */
interface SlotPlace {
  readonly integration: Integration
  readonly response: IntegrationResponse | null
}

function placeOfSlot(design: Design, slot: TemplateSlot): SlotPlace | string {
  const api = findRestApi(design, slot.apiId)
  if (!api) return `there is no REST API ${slot.apiId}`
  const routeKey = routeKeyOf(slot.verb, slot.path)
  const method = methodAt(api, slot.path, slot.verb)
  if (!method) return `${api.name} has no ${routeKey}`
  const { integration } = method
  if (!integration) return `${routeKey} has no integration`
  if (slot.statusCode === undefined) return { integration, response: null }
  const response = responseOfSlot(integration, slot)
  return response ? { integration, response } : `${routeKey} has no integration response ${nameOfResponse(slot)}`
}

/** Among several of one status the pattern decides; one alone is meant whatever its pattern has become. */
export function responseOfSlot(integration: Integration, slot: TemplateSlot): IntegrationResponse | undefined {
  const ofStatus = integration.integrationResponses.filter(({ statusCode }) => statusCode === slot.statusCode)
  if (ofStatus.length === 1) return ofStatus[0]
  return ofStatus.find(({ selectionPattern }) => (selectionPattern ?? '') === (slot.selectionPattern ?? ''))
}

function nameOfResponse({ statusCode, selectionPattern }: TemplateSlot): string {
  return selectionPattern ? `${statusCode} for ${selectionPattern}` : String(statusCode)
}
