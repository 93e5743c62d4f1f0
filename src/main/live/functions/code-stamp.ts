import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const CODE = /\.(mjs|cjs|js|json)$/
/** More files than this beside a handler are not looked at. */
const MAX_FILES = 200

/** Changes when the handler's file or another one beside it does, so that a change of the code needs no restart. */
export async function codeStamp(file: string): Promise<string> {
  const folder = dirname(file)
  const names = (await readdir(folder).catch(() => [])).filter((name) => CODE.test(name)).slice(0, MAX_FILES)
  const paths = [file, ...names.map((name) => join(folder, name))]
  const stats = await Promise.all(paths.map((path) => stat(path).catch(() => null)))
  return stats.map((found) => (found === null ? '-' : `${found.mtimeMs}:${found.size}`)).join(' ')
}
