import { realpath } from 'node:fs/promises'
import { relative, resolve, isAbsolute } from 'node:path'
import { HANDLER_EXTENSIONS, languageOf, type HandlerLanguage } from './handler-language'

/** A function in a file, found and allowed. */
export interface HandlerReference {
  /** Absolute, symbolic links resolved. */
  readonly file: string
  readonly exportName: string
  readonly language: HandlerLanguage
}

export type HandlerLookup = HandlerReference | { readonly problem: string }

const DEFAULT_EXPORT = 'handler'

/**
 * "./handlers/orders.mjs#create", relative to `folder` and inside it, wherever its symbolic links lead; anywhere when the person named
 * the design on a command line.
 */
export async function findHandler(reference: string, folder: string, isAnywhere = false): Promise<HandlerLookup> {
  const hash = reference.lastIndexOf('#')
  const path = hash === -1 ? reference : reference.slice(0, hash)
  const exportName = hash === -1 ? '' : reference.slice(hash + 1)
  const language = languageOf(path)
  if (language === null) {
    return { problem: `handler "${path}" cannot be run: this release runs ${HANDLER_EXTENSIONS.join(', ')} files` }
  }
  const [root, file] = [await realPathOf(folder), await realPathOf(resolve(folder, path))]
  if (root === null || file === null)
    return { problem: `handler "${path}" is not there; create the file or correct the path` }
  if (!isAnywhere && !isInside(root, file)) {
    return { problem: `handler "${path}" is outside of the project's folder and is not run; move it into the folder` }
  }
  return { file, exportName: exportName === '' ? DEFAULT_EXPORT : exportName, language }
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
