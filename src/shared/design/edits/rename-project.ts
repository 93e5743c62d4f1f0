import type { Design } from '../design'
import { setMember } from './update-in'

/** A new name for the project. Its file keeps its own. */
export function renameProject(design: Design, name: string): Design {
  return setMember(design, 'name', name)
}
