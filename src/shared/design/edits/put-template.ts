import type { Design } from '../design'
import type { MappingTemplate } from '../mapping-template'
import { changeTemplates } from './change-templates'
import { setMember } from './update-in'

/** A saved template added or replaced. */
export function putTemplate(design: Design, name: string, template: MappingTemplate): Design {
  return changeTemplates(design, (templates) => setMember(templates, name, template))
}
