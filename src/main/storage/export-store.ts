import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DESIGN_FORMATS, type ExportedFile } from '@shared/contract/export'
import type { ExportStore, KeptExport } from '../service/ports'
import { readJsonFile, writeJsonFile } from './json-file'
import { writeFilesInto, writeOrExplain } from './write-files-into'

export interface ExportStoreOptions {
  readonly dataFolder: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** Exports on disk, and the last of each project and format in `exports/` of the data folder. */
export function createExportStore({ dataFolder, now = Date.now }: ExportStoreOptions): ExportStore {
  const pathOf = (projectPath: string, format: string): string => {
    const name = createHash('sha256').update(projectPath).digest('hex').slice(0, 32)
    const known = DESIGN_FORMATS.find((each) => each === format) ?? 'other'
    return join(dataFolder, 'exports', `${name}-${known}.json`)
  }
  return {
    writeFiles: writeFilesInto,
    writeFile: writeOrExplain,
    last: async (projectPath, format) => keptFrom(await readJsonFile(pathOf(projectPath, format))),
    keep: (projectPath, format, files) =>
      writeJsonFile(pathOf(projectPath, format), { at: new Date(now()).toISOString(), files }),
  }
}

/** Null for what is no export of ours. */
function keptFrom(stored: unknown): KeptExport | null {
  const { at, files } = membersOf(stored)
  if (typeof at !== 'string' || !Array.isArray(files)) return null
  const whole = files.flatMap((file: unknown): ExportedFile[] => {
    const { name, text } = membersOf(file)
    return typeof name === 'string' && typeof text === 'string' ? [{ name, text }] : []
  })
  return whole.length === files.length ? { at, files: whole } : null
}

function membersOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
