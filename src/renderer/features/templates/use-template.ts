import type { MappingTemplate, TemplateCase } from '@shared/design/mapping-template'
import type { TemplateEvent } from '@shared/template-event'
import { useDesignStore } from '../../stores/design-store'
import { templateNamed, useTemplateStore, type EventDraft } from '../../stores/template-store'
import { unchangedDraft } from './event-draft'

/** The name of the template on screen; null when none is open or the open one is gone. */
export function useTemplateName(): string | null {
  const name = useTemplateStore((state) => state.name)
  const isThere = useDesignStore((state) => templateNamed(state.design, name) !== undefined)
  return isThere ? name : null
}

/** A part of the template on screen; `none` while there is no template. */
export function useTemplatePart<Part>(part: (template: MappingTemplate) => Part, none: Part): Part {
  const name = useTemplateStore((state) => state.name)
  return useDesignStore((state) => {
    const template = templateNamed(state.design, name)
    return template === undefined ? none : part(template)
  })
}

/** The event being tried, with the case it came from. The same object until one of them changes. */
export function useDraft(): EventDraft {
  const edited = useTemplateStore((state) => (state.name === null ? undefined : state.drafts[state.name]))
  const first = useTemplatePart((template) => template.cases[0], undefined)
  const slot = useTemplatePart((template) => template.slot, undefined)
  return edited ?? unchangedDraft(first, slot)
}

export function useEvent(): TemplateEvent {
  return useDraft().event
}

/** The case whose event is being tried; undefined when it is of none. */
export function useShownCase(): TemplateCase | undefined {
  const { caseName } = useDraft()
  return useTemplatePart((template) => template.cases.find((each) => each.name === caseName), undefined)
}
