import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import type { OpenProjectHolder } from './open-project-holder'
import { refuseForeignShape } from './refuse-foreign-shape'
import type { Handlers } from './service'

/** Takes the design after each edit: checks it, saves it, hands it on. */
export function designArea(
  holder: OpenProjectHolder,
  designChanged: (design: Design) => void,
): Pick<Handlers, 'design.put'> {
  return {
    'design.put': async ({ revision, design }) => {
      refuseForeignShape(design)
      holder.put(design, revision)
      designChanged(design)
      return { revision, diagnostics: checkDesign(design) }
    },
  }
}
