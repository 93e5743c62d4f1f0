import { join } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { SampleInfo } from '@shared/contract/app-info'
import type { SampleStore } from '../service/ports'
import { readJsonFile } from './json-file'
import { PROJECT_ENDING } from './new-project-path'
import { readProjectFile } from './read-project-file'

/**
 * The designs shipped in a folder: `<name>.gatewright.yaml`, described in `samples.json` by a list of
 * { name, title, description, protocolTypes } in the order they are shown.
 */
export function createSampleStore({ folder }: { readonly folder: string }): SampleStore {
  const list = async (): Promise<readonly SampleInfo[]> => samplesFrom(await readJsonFile(join(folder, 'samples.json')))
  return {
    list,
    async read(name) {
      // Only what is listed is read: a name is no path.
      const known = await list()
      if (!known.some((sample) => sample.name === name)) {
        const names = known.map((sample) => sample.name).join(', ')
        throw new GatewrightError('project/not-found', `There is no sample "${name}". The samples are: ${names}.`)
      }
      return (await readProjectFile(join(folder, name + PROJECT_ENDING))).design
    },
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
