import { applyTemplate } from '@shared/design/edits/apply-template'
import { attachTemplate } from '@shared/design/edits/attach-template'
import { putTemplate } from '@shared/design/edits/put-template'
import { removeTemplate } from '@shared/design/edits/remove-template'
import { renameTemplate } from '@shared/design/edits/rename-template'
import type { MappingTemplate, TemplateSlot } from '@shared/design/mapping-template'
import { routeKeyOf } from '@shared/design/route-key'
import { templateOfSlot } from '@shared/design/template-slots'
import type { TemplateProfile } from '@shared/template-event'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { activeTemplate, templateNamed, templatesOf, useTemplateStore } from '../../stores/template-store'
import { toast } from '../../ui/toast'
import { freeName } from '../../ui/free-name'
import { lowerFirst, slotWords } from './slot-words'

const EMPTY: MappingTemplate = { source: '', profile: 'apigw', cases: [] }

/** A name that no template has yet. */
export function freeTemplateName(wanted: string): string {
  return freeName(wanted, Object.keys(templatesOf(useDesignStore.getState().design)))
}

/** A new saved template, open. Its name gets a number when it is taken. */
export function createTemplate(wanted: string, template: MappingTemplate = EMPTY): void {
  const name = freeTemplateName(wanted)
  useDesignStore.getState().edit(`New template ${name}`, (design) => putTemplate(design, name, template))
  useTemplateStore.getState().open(name)
}

/** A change of the template on screen; edits with one merge key in a row are undone as one. */
function edit(what: string, change: (template: MappingTemplate) => MappingTemplate, mergeKey?: string): void {
  const active = activeTemplate()
  if (active === null) return
  const { name } = active
  useDesignStore.getState().edit(
    `${what} ${name}`,
    (design) => {
      const template = templateNamed(design, name)
      return template === undefined ? design : putTemplate(design, name, change(template))
    },
    mergeKey === undefined ? undefined : `${mergeKey} ${name}`,
  )
}

/** Typed letter by letter: what is typed in a row is one step of undo. */
export function changeSource(source: string): void {
  edit('Edit', (template) => ({ ...template, source }), 'template text')
}

export function changeProfile(profile: TemplateProfile): void {
  edit('Profile of', (template) => ({ ...template, profile }))
}

export function changeTemplateName(from: string, to: string): void {
  if (from === to) return
  useDesignStore.getState().edit(`Rename template ${from}`, (design) => renameTemplate(design, from, to))
  useTemplateStore.getState().renamed(from, to)
}

export function duplicateTemplate(name: string): void {
  const template = templateNamed(useDesignStore.getState().design, name)
  if (template === undefined) return
  const { slot: _, ...copy } = template
  createTemplate(name, copy)
}

export function deleteTemplate(name: string): void {
  const isOpen = useTemplateStore.getState().openNames.includes(name)
  editWithUndo({
    name: `Delete template ${name}`,
    change: (design) => removeTemplate(design, name),
    message: `${name} is deleted`,
    code: 'template-deleted',
    onUndone: () => isOpen && useTemplateStore.getState().open(name),
  })
  useTemplateStore.getState().close(name)
}

/** The text of the template on screen copied to the route it belongs to. */
export function applyToRoute(): void {
  const active = activeTemplate()
  const { design } = useDesignStore.getState()
  if (active === null || design === null) return
  const { refusal } = applyTemplate(design, active.name)
  if (refusal !== null) {
    toast({ message: refusal, code: 'template-refused' })
    return
  }
  const { slot } = active.template
  const routeKey = slot ? routeKeyOf(slot.verb, slot.path) : ''
  editWithUndo({
    name: `Apply ${active.name} to ${routeKey}`,
    change: (before) => applyTemplate(before, active.name).design,
    message: `${active.name} is applied to ${routeKey}. Deploy to serve it.`,
    code: 'template-applied',
  })
}

export function whyNotApply(): string | null {
  const active = activeTemplate()
  const { design } = useDesignStore.getState()
  if (active === null || design === null) return 'Open a template first'
  const { slot, source } = active.template
  if (slot === undefined) return `${active.name} belongs to no route. Attach it to one first`
  return templateOfSlot(design, slot) === source ? 'The route has this text already' : null
}

/** The text of the route copied to the template on screen. */
export function takeFromRoute(): void {
  const active = activeTemplate()
  const { design } = useDesignStore.getState()
  const slot = active?.template.slot
  const source = design === null || slot === undefined ? undefined : templateOfSlot(design, slot)
  if (active === null || source === undefined) return
  editWithUndo({
    name: `Take the text of the route into ${active.name}`,
    change: (before) => putTemplate(before, active.name, { ...active.template, source }),
    message: `${active.name} has the text of the route`,
    code: 'template-taken',
  })
}

/** Let the template on screen belong to a place in a route, or to none. Its text is applied by itself, later. */
export function attachTo(slot: TemplateSlot | undefined): void {
  const active = activeTemplate()
  if (active === null) return
  editWithUndo({
    name: slot === undefined ? `Detach ${active.name}` : `Attach ${active.name}`,
    change: (design) => attachTemplate(design, active.name, slot),
    message:
      slot === undefined
        ? `${active.name} belongs to no route`
        : `${active.name} is the ${lowerFirst(slotWords(slot))}`,
    code: 'template-attached',
  })
}
