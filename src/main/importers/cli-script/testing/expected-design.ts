import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'

/** What a script without APIs gives. */
export function newDesign(name: string): Design {
  return { ...emptyDesign(''), name }
}
