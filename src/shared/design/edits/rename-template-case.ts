import type { Design } from '../design'
import { changeTemplate } from './change-templates'
import { mapItems, setMember } from './update-in'

/** A case of a saved template under a new name that is free. */
export function renameTemplateCase(design: Design, templateName: string, fromName: string, toName: string): Design {
  return changeTemplate(design, templateName, (template) => {
    if (template.cases.some((each) => each.name === toName)) return template
    const cases = mapItems(template.cases, (each) => (each.name === fromName ? setMember(each, 'name', toName) : each))
    return setMember(template, 'cases', cases)
  })
}
