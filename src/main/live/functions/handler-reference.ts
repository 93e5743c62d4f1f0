import { realpath } from 'node:fs/promises'
import { extname, relative, resolve, isAbsolute } from 'node:path'

/** A function in a file, found and allowed. */
export interface HandlerReference {
  /** Absolute, symbolic links resolved. */
  readonly file: string
  readonly exportName: string
}

export type HandlerLookup = HandlerReference | { readonly problem: string }

const EXTENSIONS = ['.mjs', '.js', '.cjs']
const DEFAULT_EXPORT = 'handler'

/**
 * "./handlers/orders.mjs#create", relative to `folder` and inside it, wherever its symbolic links lead; anywhere when the person named
 * the design on a command line.
 */
export async function findHandler(reference: string, folder: string, isAnywhere = false): Promise<HandlerLookup> {
  const hash = reference.lastIndexOf('#')
  const path = hash === -1 ? reference : reference.slice(0, hash)
  const exportName = hash === -1 ? '' : reference.slice(hash + 1)
  if (!EXTENSIONS.includes(extname(path))) {
    return { problem: `handler "${path}" cannot be run: this release runs ${EXTENSIONS.join(', ')} files` }
  }
  const [root, file] = [await realPathOf(folder), await realPathOf(resolve(folder, path))]
  if (root === null || file === null)
    return { problem: `handler "${path}" is not there; create the file or correct the path` }
  if (!isAnywhere && !isInside(root, file)) {
    return { problem: `handler "${path}" is outside of the project's folder and is not run; move it into the folder` }
  }
  return { file, exportName: exportName === '' ? DEFAULT_EXPORT : exportName }
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch {
    return null
  }
}
