import { GatewrightError } from '@shared/contract/errors'

/** Larger files are refused before they are read into the window. Bytes. */
const MAX_IMPORT_BYTES = 32 * 1024 * 1024

/** Throws `import/unreadable` for a file that is too large to be read. */
export function refuseLargeFile(file: File): void {
  if (file.size <= MAX_IMPORT_BYTES) return
  const megabytes = Math.ceil(file.size / 1024 / 1024)
  throw new GatewrightError('import/unreadable', `It has ${megabytes} MB; files of up to 32 MB can be imported.`)
}
