import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where code lies that is made here and run in handler processes: bundles of TypeScript, and what runs Python. In the cache of the data
 * folder; in a temporary folder of its own where there is none or it cannot be written.
 */
export class CodeFolder {
  private readonly cacheFolder: string | null
  private temporary: Promise<string> | null = null
  /** Known once it is made, so that it can be removed without waiting. */
  private temporaryPath: string | null = null

  constructor(cacheFolder: string | null) {
    this.cacheFolder = cacheFolder
  }

  /** Writes a file that is whole whenever it is read; its path. */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    if (this.cacheFolder !== null && this.temporary === null) {
      try {
        return await writeWhole(join(this.cacheFolder, 'handlers'), name, content)
      } catch {
        // A folder that cannot be written must not keep handlers from running.
      }
    }
    return writeWhole(await this.temporaryFolder(), name, content)
  }

  /** Removes what lies in the temporary folder; the cache stays. */
  clear(): void {
    if (this.temporaryPath !== null) rmSync(this.temporaryPath, { recursive: true, force: true })
    this.temporaryPath = null
    this.temporary = null
  }

  private temporaryFolder(): Promise<string> {
    this.temporary ??= mkdtemp(join(tmpdir(), 'gatewright-handlers-')).then((path) => (this.temporaryPath = path))
    return this.temporary
  }
}

/** Only its owner may write there: what lies in it is run. */
async function writeWhole(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const [path, unfinished] = [join(folder, name), join(folder, `.${name}.${randomUUID()}`)]
  try {
    await writeFile(unfinished, content, { mode: 0o600 })
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return path
}
