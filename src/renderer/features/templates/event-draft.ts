import type { TemplateCase, TemplateSlot } from '@shared/design/mapping-template'
import type { TemplateEvent } from '@shared/template-event'
import { useDesignStore } from '../../stores/design-store'
import { activeTemplate, templateNamed, useTemplateStore, type EventDraft } from '../../stores/template-store'
import { sampleEvent } from './sample-event'

const samples = new Map<string, EventDraft>()

/** What a template is tried with before an event was edited: its first case, else a sample for its slot. The same object each time. */
export function unchangedDraft(first: TemplateCase | undefined, slot: TemplateSlot | undefined): EventDraft {
  return first === undefined ? sampleDraft(slot) : caseDraft(first)
}

const ofCases = new WeakMap<object, EventDraft>()

/** One object for one case, so that a selector that makes it anew does not change. */
function caseDraft(first: TemplateCase): EventDraft {
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
  if (active === null) return null
  const { name, template } = active
  return useTemplateStore.getState().drafts[name] ?? unchangedDraft(template.cases[0], template.slot)
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
