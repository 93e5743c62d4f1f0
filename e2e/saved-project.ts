import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A project file on disk, read anew each time. */
export class SavedProject {
  constructor(readonly path: string) {}

  text(): Promise<string> {
    return readFile(this.path, 'utf8')
  }

  /** What the file holds at a JSON pointer; undefined when there is nothing. Members at their defaults are not written. */
  async at(pointer: string): Promise<unknown> {
    const segments = pointer.split('/').slice(1)
    const names = segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    return names.reduce<unknown>((value, name) => memberOf(value, name), parse(await this.text()))
  }

  /** The names of the members there. */
  async keysAt(pointer: string): Promise<string[]> {
    return Object.keys((await this.at(pointer)) ?? {})
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

/** The only project below a folder. */
export async function findProject(folder: string): Promise<SavedProject> {
  const names = await readdir(folder, { recursive: true })
  const found = names.filter((name) => name.endsWith('.gatewright.yaml'))
  const [path] = found
  if (path === undefined || found.length > 1)
    throw new Error(`Expected one project in ${folder}, found: ${found.join()}`)
  return new SavedProject(join(folder, path))
}
