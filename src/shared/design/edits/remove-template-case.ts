import type { Design } from '../design'
import { changeTemplate } from './change-templates'
import { mapItems, setMember } from './update-in'

/** A case of a saved template goes. */
export function removeTemplateCase(design: Design, templateName: string, caseName: string): Design {
  return changeTemplate(design, templateName, (template) =>
    setMember(
      template,
      'cases',
      mapItems(template.cases, (each) => (each.name === caseName ? undefined : each)),
    ),
  )
}
