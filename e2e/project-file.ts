import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Design } from '../src/shared/design/design'
import type { RestApi } from '../src/shared/design/rest-api'

/** What a project file holds, as written: members at their defaults may be absent. */
export type SavedDesign = Design

/** The only project file below a folder. */
export async function findProject(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const found = names.filter((name) => name.endsWith('.gatewright.yaml'))
  const [path] = found
  if (path === undefined || found.length > 1)
    throw new Error(`Expected one project in ${folder}, found ${found.join()}`)
  return join(folder, path)
}

export async function readProject(path: string): Promise<SavedDesign> {
  return parse(await readFile(path, 'utf8')) as SavedDesign
}

/** The first API of a project file. */
export async function readApi(path: string): Promise<RestApi> {
  const [api] = (await readProject(path)).apis
  if (api?.protocolType !== 'REST') throw new Error(`${path} does not begin with a REST API`)
  return api
}
