import type { Design } from '../design'
import { changeTemplates } from './change-templates'
import { memberOf, renameMember } from './update-in'

/** A saved template under a new name that is free, at its place in the order. */
export function renameTemplate(design: Design, fromName: string, toName: string): Design {
  return changeTemplates(design, (templates) =>
    memberOf(templates, toName) ? templates : renameMember(templates, fromName, toName),
  )
}
