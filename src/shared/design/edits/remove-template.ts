import type { Design } from '../design'
import { changeTemplates } from './change-templates'
import { removeMember } from './update-in'

/** A saved template goes with its cases. What was applied to its slot stays there. */
export function removeTemplate(design: Design, name: string): Design {
  return changeTemplates(design, (templates) => removeMember(templates, name))
}
