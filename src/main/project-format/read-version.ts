import type { JsonObject } from '../documents/source-tree'
import { FORMAT_VERSION, VERSION_KEY } from './format-version'

/** What a file says about its form; `problem` when it cannot be read with this release. */
export type ReadVersion =
  | { readonly version: number }
  | {
      readonly problem: 'project/newer-format' | 'project/no-version'
      readonly message: string
      readonly pointer: string
    }

/**
 * The version of a file's form. A file without `gatewright` whose `formatVersion` is beyond ours is taken at its word too: better
 * "made by a newer release" than a list of wrong types.
 */
export function readVersion(project: JsonObject, newest: number = FORMAT_VERSION): ReadVersion {
  const key = Object.hasOwn(project, VERSION_KEY) ? VERSION_KEY : 'formatVersion'
  const version = Object.hasOwn(project, key) ? project[key] : undefined
  if (typeof version === 'number' && version > newest) {
    const message = `Made by a newer release (format ${version}; this release reads up to ${newest}). Open it with that release; it is left as it is.`
    return { problem: 'project/newer-format', message, pointer: `/${key}` }
  }
  if (key === VERSION_KEY && typeof version === 'number' && Number.isInteger(version) && version >= 1)
    return { version }
  const isPresent = version !== undefined && key === VERSION_KEY
  const message = isPresent
    ? `"${VERSION_KEY}" must be the version of the format, a whole number from 1 to ${newest}. Change it.`
    : `Not a Gatewright project: the key "${VERSION_KEY}" with the version of the format is missing. Import other documents instead, or begin the file with "${VERSION_KEY}: ${newest}".`
  return { problem: 'project/no-version', message, pointer: isPresent ? `/${VERSION_KEY}` : '' }
}
