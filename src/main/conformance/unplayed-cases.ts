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
      .map(parse)
  if (!file.endsWith('.json')) return []
  const content = parse(folder.text(file))
  if (Array.isArray(content)) return content
  const cases = membersOf(content).cases
  return Array.isArray(cases) ? cases : [content]
}

/** What is no JSON counts as one case without a name. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function idOf(entry: unknown): string | undefined {
  const { id } = membersOf(entry)
  return typeof id === 'string' ? id : undefined
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
