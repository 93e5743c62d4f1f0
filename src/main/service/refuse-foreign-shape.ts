import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import { checkDesignTypes } from '../project-format/check-types'

/** What the window sends must be something a project file can hold. Throws `contract/invalid-arguments`. */
export function refuseForeignShape(design: Design): void {
  const diagnostics = checkDesignTypes(design)
  if (diagnostics.length === 0) return
  const message = `The design is not one this release can keep: ${diagnostics[0]!.message}`
  throw new GatewrightError('contract/invalid-arguments', message, { details: { diagnostics } })
}
