import { skipped, type CaseResult, type SuiteFolder } from './conformance-suite'

const NOBODY = 'no suite plays this folder yet'

/**
 * The cases of a folder that no suite plays, so that they count all the same. Known forms: a line of a `.jsonl` file, an entry of `cases`
 * or of a list in a `.json` file, or a `.json` file that is one case.
 */
export function unplayedCases(folder: SuiteFolder): CaseResult[] {
  return folder.files.flatMap((file) => {
    const entries = entriesOf(folder, file)
    const name = file.replace(/\.jsonl?$/, '')
    return entries.map((entry, index) =>
      skipped(idOf(entry) ?? (entries.length === 1 ? name : `${name}/${index}`), NOBODY),
    )
  })
}

function entriesOf(folder: SuiteFolder, file: string): readonly unknown[] {
  if (file.endsWith('.jsonl'))
    return folder
      .text(file)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parseLine)
  if (!file.endsWith('.json')) return []
  const content = folder.json(file)
  if (Array.isArray(content)) return content
  const { cases } = content as { readonly cases?: unknown }
  return Array.isArray(cases) ? cases : [content]
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const { id } = entry as { readonly id?: unknown }
  return typeof id === 'string' ? id : undefined
}
