import type { Design } from '../design'
import type { TemplateSlot } from '../mapping-template'
import { isSameSlot, problemOfSlot } from '../template-slots'
import { changeTemplate, changeTemplateSlots } from './change-templates'
import { memberOf, removeMember, setMember } from './update-in'

/**
 * A saved template belongs to a slot from now on, or to none. A slot has one template: another that had it stands on its own.
 * Refused when there is no such slot. What the slot holds stays until the template is applied.
 */
export function attachTemplate(design: Design, name: string, slot: TemplateSlot | undefined): Design {
  if (!slot) return changeTemplate(design, name, (template) => removeMember(template, 'slot'))
  if (!memberOf(design.templates ?? {}, name) || problemOfSlot(design, slot) !== null) return design
  const freed = changeTemplateSlots(design, (taken, of) =>
    of !== name && isSameSlot(design, taken, slot) ? undefined : taken,
  )
  return changeTemplate(freed, name, (template) =>
    template.slot && isSameSlot(design, template.slot, slot) ? template : setMember(template, 'slot', slot),
  )
}
