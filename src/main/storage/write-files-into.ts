import { mkdir } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import { writeFileAtomically } from './atomic-write'

/** A file and its name below a folder, as in "lib/orders-stack.ts". */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** Writes files below a folder, which is made where it is missing, each whole or not at all. Gives their paths. Throws `project/unwritable`. */
export async function writeFilesInto(folder: string, files: readonly NamedText[]): Promise<string[]> {
  const paths = files.map(({ name }) => pathBelow(folder, name))
  for (const [index, { text }] of files.entries()) await writeOrExplain(paths[index] ?? '', text)
  return paths
}

/** Writes a file whole or not at all, in a folder that is made where it is missing. Throws `project/unwritable`. */
export async function writeOrExplain(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFileAtomically(path, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new GatewrightError('project/unwritable', `${path} cannot be written: ${reason}`, { cause: error })
  }
}

/** A name that leads out of the folder is nobody's to write. */
function pathBelow(folder: string, name: string): string {
  const path = resolve(join(folder, ...name.split('/')))
  const way = relative(resolve(folder), path)
  if (way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way)) return path
  throw new GatewrightError('project/unwritable', `"${name}" is no name of a file below ${folder}.`)
}
