import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { SuiteFolder } from './conformance-suite'

/** The files of a folder on disk. */
export function diskFolder(path: string): SuiteFolder {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort()
  const text = (file: string) => readFileSync(join(path, file), 'utf8')
  return { files, text, json: (file) => JSON.parse(text(file)) as unknown }
}
