import type { Design } from '@shared/design/design'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { restRoutes } from '@shared/design/route-key'
import { slotOfResponse } from '@shared/design/template-slots'
import { lowerFirst, slotKind } from './slot-words'

/** A place that a template can be attached to; any content type may be put there. */
export interface SlotPlace {
  readonly key: string
  /** "POST /orders, request template"; with the API's name where there are several. */
  readonly label: string
  readonly slot: Omit<TemplateSlot, 'contentType'>
}

/** Request and responses of every route whose integration maps its messages. */
export function slotPlaces(design: Design): SlotPlace[] {
  const apis = design.apis.filter((api) => api.protocolType === 'REST')
  return apis.flatMap((api) =>
    restRoutes(api).flatMap(({ path, verb, routeKey, method: { integration } }) => {
      if (integration === undefined || integration.type.endsWith('_PROXY')) return []
      const place = { apiId: api.id, path, verb }
      const slots = [
        place,
        ...integration.integrationResponses.map((response) => ({ ...place, ...slotOfResponse(integration, response) })),
      ]
      const prefix = apis.length > 1 ? `${api.name}: ` : ''
      return slots.map((slot) => ({
        key: JSON.stringify(slot),
        label: `${prefix}${routeKey}, ${lowerFirst(slotKind({ ...slot, contentType: '' }))}`,
        slot,
      }))
    }),
  )
}
