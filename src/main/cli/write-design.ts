import { dirname } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import { mapHandlers } from '@shared/design/map-handlers'
import { writeProject } from '../project-format/write-project'
import { writeFileAtomically } from '../storage/atomic-write'
import { movedHandler } from './moved-handler'

/**
 * Write a project file whole or not at all. Paths of functions are made to lead from it: they were told from `sourceFolder`. Given the
 * text that the file had, comments and order of it stay. Throws `project/unwritable`.
 */
export async function writeDesign(
  path: string,
  design: Design,
  sourceFolder: string,
  previousText?: string,
): Promise<void> {
  const move = (handler: string): string => movedHandler(handler, sourceFolder, dirname(path))
  try {
    await writeFileAtomically(path, writeProject(mapHandlers(design, move), previousText))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new GatewrightError('project/unwritable', `${path} cannot be written: ${reason}`, { cause: error })
  }
}
