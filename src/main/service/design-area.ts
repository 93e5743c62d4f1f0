import { GatewrightError } from '@shared/contract/errors'
import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import { checkDesignTypes } from '../project-format/check-types'
import type { OpenProjectHolder } from './open-project-holder'
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

/** What the window sends must be something a project file can hold. */
function refuseForeignShape(design: Design): void {
  const diagnostics = checkDesignTypes(design)
  if (diagnostics.length === 0) return
  const message = `The design is not one this release can keep: ${diagnostics[0]!.message}`
  throw new GatewrightError('contract/invalid-arguments', message, { details: { diagnostics } })
}
