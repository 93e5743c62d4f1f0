import type { JsonSchema } from '@shared/design/model'
import { compileSchema } from '../../engine/validation/json-schema'
import { judged, playedFile, type CaseResult, type ConformanceSuite, type SuiteFolder } from '../conformance-suite'

interface Group {
  readonly description: string
  readonly schema: JsonSchema
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

const REMOTES = 'remotes/'
const REMOTE_ADDRESS = 'http://localhost:1234/'

/** The JSON Schema test suite: `tests/FILE.json` holds groups of tests, `remotes/X` stands for `http://localhost:1234/X`. */
export const JSON_SCHEMA_DRAFT4_SUITE: ConformanceSuite = {
  folder: 'json-schema-draft4',
  play(folder) {
    const remotes = remotesOf(folder)
    return folder.files
      .filter((file) => file.startsWith('tests/') && file.endsWith('.json'))
      .flatMap((file) => {
        const name = file.slice('tests/'.length, -'.json'.length)
        return playedFile(name, () =>
          (folder.json(file) as readonly Group[]).flatMap((group) => playGroup(name, group, remotes)),
        )
      })
  },
}

function remotesOf(folder: SuiteFolder): ReadonlyMap<string, JsonSchema> {
  const files = folder.files.filter((file) => file.startsWith(REMOTES) && file.endsWith('.json'))
  return new Map(
    files.map((file) => [REMOTE_ADDRESS + file.slice(REMOTES.length), folder.json(file) as JsonSchema] as const),
  )
}

function playGroup(file: string, group: Group, remotes: ReadonlyMap<string, JsonSchema>): CaseResult[] {
  const { validate } = compileSchema(group.schema, (uri) => remotes.get(uri))
  return group.tests.map(({ description, data, valid }) => {
    const errors = validate(data)
    const found = errors.length === 0 ? 'valid' : `invalid: ${errors.join(', ')}`
    const isExpected = (errors.length === 0) === valid
    const expected = valid ? 'valid' : 'invalid'
    return judged(
      `${file}/${group.description}/${description}`,
      isExpected ? undefined : `expected ${expected}, found ${found}`,
    )
  })
}
