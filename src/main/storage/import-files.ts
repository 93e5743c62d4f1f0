import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'

/** Larger files count as missing. Bytes. */
const LARGEST_FILE = 32 * 1024 * 1024

/** What an import may read beside its document. */
export interface FolderFiles {
  has(relativePath: string): boolean
  /** null when there is none, or it is larger than 32 MB. */
  read(relativePath: string): Uint8Array | null
}

/**
 * The files of a folder and of those below it. A name that leads out of the folder counts as missing, also when a symbolic link leads
 * there, and so does everything that is no regular file.
 */
export function importFilesIn(folder: string): FolderFiles {
  return {
    has: (relativePath) => pathIn(folder, relativePath) !== null,
    read: (relativePath) => {
      const path = pathIn(folder, relativePath)
      return path === null ? null : bytesOf(path)
    },
  }
}

/** The real path of a regular file in the folder. */
function pathIn(folder: string, relativePath: string): string | null {
  if (relativePath === '' || relativePath.includes('\0') || isAbsolute(relativePath)) return null
  try {
    const root = realpathSync(resolve(folder))
    const path = realpathSync(join(root, relativePath))
    const inside = relative(root, path)
    if (inside === '' || inside.split(/[/\\]/)[0] === '..' || isAbsolute(inside)) return null
    const info = statSync(path)
    return info.isFile() && info.size <= LARGEST_FILE ? path : null
  } catch {
    // Missing, or not to be read by this user: both are no file to an import.
    return null
  }
}

function bytesOf(path: string): Uint8Array | null {
  let file: number | undefined
  try {
    // The file may have become a pipe since it was looked at; without O_NONBLOCK opening one waits for a writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const info = fstatSync(file)
    return info.isFile() && info.size <= LARGEST_FILE ? new Uint8Array(readFileSync(file)) : null
  } catch {
    return null
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
