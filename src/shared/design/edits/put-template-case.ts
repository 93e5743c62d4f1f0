import type { Design } from '../design'
import type { TemplateCase } from '../mapping-template'
import { changeTemplate } from './change-templates'
import { putItem, setMember } from './update-in'

/** A case of a saved template added, or the one with its name replaced. */
export function putTemplateCase(design: Design, templateName: string, templateCase: TemplateCase): Design {
  return changeTemplate(design, templateName, (template) =>
    setMember(template, 'cases', putItem(template.cases, 'name', templateCase)),
  )
}
