import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createFileAtomically } from './atomic-write'
import { errorCode } from './error-code'
import { readJsonFile, writeJsonFile } from './json-file'

/** Keys of local user pools, one file a pool; a `PoolKeyStore` of `live/identity`. */
export interface PoolKeyFiles {
  read(poolId: string): Promise<unknown>
  add(poolId: string, keys: object): Promise<void>
  replace(poolId: string, keys: object): Promise<void>
}

/**
 * Files in `identity/` of the data folder, readable by their owner only. Every process that uses the folder sees the same keys, so that
 * a token made on the command line is good for a gateway that runs.
 */
export function createPoolKeyFiles(dataFolder: string): PoolKeyFiles {
  const folder = join(dataFolder, 'identity')
  // A digest: ids come from designs, and may hold anything or differ in case only.
  const pathOf = (poolId: string): string =>
    join(folder, `${createHash('sha256').update(poolId).digest('hex').slice(0, 32)}.json`)
  return {
    read: (poolId) => readJsonFile(pathOf(poolId)),
    async add(poolId, keys) {
      await mkdir(folder, { recursive: true })
      await createFileAtomically(pathOf(poolId), `${JSON.stringify(keys, null, 2)}\n`).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error
      })
    },
    replace: (poolId, keys) => writeJsonFile(pathOf(poolId), keys),
  }
}
