import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import { writeProject } from '../project-format/write-project'
import type { ProjectListeners, ProjectPlace, ProjectStore, StoredProject } from '../service/ports'
import { createFileAtomically } from './atomic-write'
import { errorCode, reasonOf } from './error-code'
import { listFolder } from './list-folder'
import { newProjectPaths } from './new-project-path'
import { markOf, readProjectFile } from './read-project-file'
import { DEFAULT_SAVING, StoredProjectFile, type SavingOptions } from './stored-project-file'
import { removeLeftovers } from './temporary-files'
import { watchFile } from './watch-file'

export interface ProjectStoreOptions {
  /** Where new projects go and where listing begins; made when needed. */
  readonly projectsFolder: string
  readonly saving?: Partial<SavingOptions>
}

/** Project files on this computer's disks. */
export function createProjectStore(options: ProjectStoreOptions): ProjectStore {
  const saving: SavingOptions = { ...DEFAULT_SAVING, watch: watchFile, ...options.saving }
  return {
    open: (path, listeners) => openProject(resolve(path), listeners, saving),
    create: (place, design, listeners) =>
      createProject({ folder: options.projectsFolder, ...place }, design, listeners, saving),
    async list(folder) {
      if (folder === undefined) await mkdir(options.projectsFolder, { recursive: true }).catch(() => undefined)
      return listFolder(folder ?? options.projectsFolder)
    },
  }
}

async function openProject(path: string, listeners: ProjectListeners, saving: SavingOptions): Promise<StoredProject> {
  const file = await readProjectFile(path)
  // Leftovers harm nobody, so a folder that cannot be listed does not keep the project from opening.
  await removeLeftovers(path).catch(() => undefined)
  return new StoredProjectFile(path, file, listeners, saving)
}

async function createProject(
  { folder, path: asked }: ProjectPlace & { readonly folder: string },
  design: Design,
  listeners: ProjectListeners,
  saving: SavingOptions,
): Promise<StoredProject> {
  const text = writeProject(design)
  const path = asked === undefined ? await createUnnamed(folder, design, text) : resolve(asked)
  if (asked !== undefined) await createAt(path, text)
  const file = { text, mark: markOf(text), design, diagnostics: [] }
  return new StoredProjectFile(path, file, listeners, saving)
}

async function createUnnamed(folder: string, design: Design, text: string): Promise<string> {
  for (const path of newProjectPaths(resolve(folder), design.name)) {
    try {
      await createAt(path, text)
      return path
    } catch (error) {
      if (!(error instanceof GatewrightError && error.code === 'project/exists')) throw error
    }
  }
  throw new RangeError('every name is taken')
}

async function createAt(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw unwritable(path, error)
  })
  await createFileAtomically(path, text).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw unwritable(path, error)
    const message = `${path} exists already and is not overwritten. Choose another name, or open it.`
    throw new GatewrightError('project/exists', message, { cause: error, details: { path } })
  })
}

function unwritable(path: string, cause: unknown): GatewrightError {
  const message = `${path} cannot be written: ${reasonOf(cause)}. Choose another folder.`
  return new GatewrightError('project/unwritable', message, { cause, details: { path } })
}
