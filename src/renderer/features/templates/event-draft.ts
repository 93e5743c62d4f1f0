import type { MappingTemplate, TemplateSlot } from '@shared/design/mapping-template'
import type { TemplateEvent } from '@shared/template-event'
import { useDesignStore } from '../../stores/design-store'
import { activeTemplate, templateNamed, useTemplateStore, type EventDraft } from '../../stores/template-store'
import { sampleEvent } from './sample-event'

const samples = new Map<string, EventDraft>()

/** What a template is tried with: what was edited, else its first case, else a sample for its slot. */
export function draftOf(edited: EventDraft | undefined, template: MappingTemplate | undefined): EventDraft {
  if (edited !== undefined) return edited
  const [first] = template?.cases ?? []
  return first === undefined ? sampleDraft(template?.slot) : caseDraft(first)
}

const ofCases = new WeakMap<object, EventDraft>()

/** One object for one case, so that a selector that makes it anew does not change. */
function caseDraft(first: MappingTemplate['cases'][number]): EventDraft {
  const known = ofCases.get(first)
  if (known !== undefined) return known
  const draft = { event: first.event, caseName: first.name }
  ofCases.set(first, draft)
  return draft
}

function sampleDraft(slot: TemplateSlot | undefined): EventDraft {
  const key = JSON.stringify(slot ?? null)
  const known = samples.get(key)
  if (known !== undefined) return known
  const draft = { event: sampleEvent(slot), caseName: null }
  samples.set(key, draft)
  return draft
}

/** The event of the template on screen as it stands now. */
export function currentDraft(): EventDraft | null {
  const active = activeTemplate()
  return active === null ? null : draftOf(useTemplateStore.getState().drafts[active.name], active.template)
}

/** Change the event being tried; it stays the event of the case it was loaded from until another is loaded. */
export function changeEvent(patch: Partial<TemplateEvent>): void {
  const active = activeTemplate()
  const draft = currentDraft()
  if (active === null || draft === null) return
  useTemplateStore.getState().setDraft(active.name, { ...draft, event: { ...draft.event, ...patch } })
}

/** Try a template with the event of one of its cases. */
export function loadCase(templateName: string, caseName: string): void {
  const template = templateNamed(useDesignStore.getState().design, templateName)
  const found = template?.cases.find((each) => each.name === caseName)
  if (found) useTemplateStore.getState().setDraft(templateName, { event: found.event, caseName })
}
