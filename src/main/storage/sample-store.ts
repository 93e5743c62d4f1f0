import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { SampleInfo } from '@shared/contract/app-info'
import type { SampleStore } from '../service/ports'
import { errorCode } from './error-code'
import { readJsonFile } from './json-file'
import { PROJECT_ENDING } from './new-project-path'

/**
 * The samples shipped in a folder: `<name>/<name>.gatewright.yaml` with the files it refers to beside it, described in `samples.json`
 * by a list of { name, title, description, protocolTypes } in the order they are shown.
 */
export function createSampleStore(folders: { readonly folder: string; readonly projectsFolder: string }): SampleStore {
  const list = async (): Promise<readonly SampleInfo[]> =>
    samplesFrom(await readJsonFile(join(folders.folder, 'samples.json')))
  return {
    list,
    async copy(name) {
      // Only what is listed is read: a name is no path.
      const known = await list()
      if (!known.some((sample) => sample.name === name)) {
        const names = known.map((sample) => sample.name).join(', ')
        throw new GatewrightError('project/not-found', `There is no sample "${name}". The samples are: ${names}.`)
      }
      const folder = await newFolder(folders.projectsFolder, name)
      await cp(join(folders.folder, name), folder, { recursive: true })
      return join(folder, name + PROJECT_ENDING)
    },
  }
}

/** "order-api", "order-api-2", ... whichever is free. Throws `project/unwritable`. */
async function newFolder(parent: string, name: string): Promise<string> {
  try {
    await mkdir(parent, { recursive: true })
    for (let number = 1; ; number++) {
      const folder = join(parent, number === 1 ? name : `${name}-${number}`)
      if (await isMade(folder)) return folder
    }
  } catch (error) {
    const message = `The sample cannot be copied to ${parent}: ${error instanceof Error ? error.message : String(error)}`
    throw new GatewrightError('project/unwritable', message, { cause: error })
  }
}

async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function samplesFrom(stored: unknown): readonly SampleInfo[] {
  return Array.isArray(stored) ? stored.filter(isSampleInfo) : []
}

function isSampleInfo(value: unknown): value is SampleInfo {
  if (typeof value !== 'object' || value === null) return false
  const isText = (name: string): boolean => name in value && typeof Reflect.get(value, name) === 'string'
  const hasTypes = 'protocolTypes' in value && Array.isArray(value.protocolTypes)
  return isText('name') && isText('title') && isText('description') && hasTypes
}
