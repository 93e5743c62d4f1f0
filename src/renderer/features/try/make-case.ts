import { findRestApi, splitRouteKey } from '@shared/design/route-key'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { isVerb } from '@shared/design/method'
import { templateSlots } from '@shared/design/template-slots'
import type { TemplateEvent } from '@shared/template-event'
import { useDesignStore } from '../../stores/design-store'
import { openSlotInTemplates, useTemplateStore } from '../../stores/template-store'
import { activeDraft, callOf, useTryStore } from '../../stores/try-store'

/** Show a template in Templates, tried with this event. */
export function openTemplateWith(slot: TemplateSlot, event: TemplateEvent): boolean {
  openSlotInTemplates(slot)
  const { name, setDraft } = useTemplateStore.getState()
  if (name === null) return false
  setDraft(name, { event, caseName: null })
  return true
}

/** The request template that served the call in front, and what it saw. */
function caseOfActive(): { readonly slot: TemplateSlot; readonly event: TemplateEvent } | string {
  const draft = activeDraft()
  const call = draft === null ? null : callOf(useTryStore.getState().shown[draft.id])
  if (draft === null || call === null) return 'Send the request first'
  const { templateEvent: event, routeKey, templateRuns = [] } = call
  if (call.protocolType === 'HTTP') return 'HTTP APIs have no mapping templates'
  if (event === undefined) return 'The call reached no route'
  const { design } = useDesignStore.getState()
  const api = design === null ? undefined : findRestApi(design, draft.request.apiId)
  const { verb, path } = splitRouteKey(routeKey)
  const slots = api === undefined ? [] : templateSlots(api).filter((slot) => slot.path === path && slot.verb === verb)
  const ran = templateRuns.find(({ phase }) => phase === 'request')?.contentType
  const requests = slots.filter(({ statusCode }) => statusCode === undefined)
  const slot = requests.find(({ contentType }) => contentType === ran) ?? requests[0]
  if (slot === undefined || !isVerb(verb)) return `${routeKey} has no request template`
  return { slot, event }
}

export function whyNotMakeCase(): string | null {
  const found = caseOfActive()
  return typeof found === 'string' ? found : null
}

/** Open the route's request template with the call's event, and ask for the name of a case. */
export function makeCase(): void {
  const found = caseOfActive()
  if (typeof found === 'string') return
  if (openTemplateWith(found.slot, found.event)) useTemplateStore.getState().openDialog('save-case')
}
