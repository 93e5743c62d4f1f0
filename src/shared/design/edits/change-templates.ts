import type { Design } from '../design'
import type { MappingTemplate, TemplateSlot } from '../mapping-template'
import { mapMembers, memberOf, patchMembers, removeMember, setMember } from './update-in'

type Templates = NonNullable<Design['templates']>

/** All saved templates passed through `change`; a project without any has no list of them. */
export function changeTemplates(design: Design, change: (templates: Templates) => Templates): Design {
  const before = design.templates ?? {}
  const templates = change(before)
  if (templates === before) return design
  return patchMembers(design, { templates: Object.keys(templates).length === 0 ? undefined : templates })
}

/** One saved template passed through `change`; the same design when there is none of this name. */
export function changeTemplate(
  design: Design,
  name: string,
  change: (template: MappingTemplate) => MappingTemplate,
): Design {
  return changeTemplates(design, (templates) => {
    const template = memberOf(templates, name)
    return template ? setMember(templates, name, change(template)) : templates
  })
}

/** The slot of every saved template passed through `change`; `undefined` leaves the template on its own. */
export function changeTemplateSlots(
  design: Design,
  change: (slot: TemplateSlot, name: string) => TemplateSlot | undefined,
): Design {
  return changeTemplates(design, (templates) =>
    mapMembers(templates, (template: MappingTemplate, name) => {
      if (!template.slot) return template
      const slot = change(template.slot, name)
      return slot ? setMember(template, 'slot', slot) : removeMember(template, 'slot')
    }),
  )
}
