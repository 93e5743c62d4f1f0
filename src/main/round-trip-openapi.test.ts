import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '@shared/contract/export'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import type { Diagnostic } from '@shared/diagnostic'
import { Random } from './project-format/testing/random'
import { exportOpenApi } from './exporters/openapi/export-openapi'
import { randomDesign } from './exporters/testing/random-design'
import { importDocument } from './importers/import-document'

const seeds = Array.from({ length: 60 }, (_, index) => index + 1)

/** What OpenAPI describes of a design: its APIs, without stages and what refers to them. */
function carried(design: Design): Design {
  const apis = design.apis.map((api) => ({
    ...api,
    stages: {},
    ...(api.protocolType === 'REST' && { deployments: [] }),
  }))
  return { ...design, apis, usagePlans: [], apiKeys: [], domainNames: [], functions: {}, name: '' }
}

interface RoundTrip {
  readonly changes: readonly ApiChange[]
  /** What the export and the import had to say. */
  readonly said: readonly Diagnostic[]
  readonly warnings: readonly Diagnostic[]
}

function roundTrip(design: Design, request: Partial<ExportRequest>): RoundTrip {
  const { files, diagnostics } = exportOpenApi(design, { format: 'openapi3', ...request })
  const [file] = files
  if (!file) throw new RangeError('Nothing was exported.')
  const report = importDocument(new TextEncoder().encode(file.text), file.name)
  if (!report.design) throw new RangeError('What was exported cannot be read.')
  return {
    changes: compareDesigns(design, carried(report.design)),
    said: diagnostics,
    warnings: report.diagnostics.filter(({ severity }) => severity !== 'info'),
  }
}

const syntaxOf = (seed: number) => (seed % 2 === 0 ? 'yaml' : 'json')

describe('a design as OpenAPI, read back', () => {
  it.each(seeds)('is the same REST API (seed %i)', (seed) => {
    const design = carried(randomDesign(new Random(seed), { apis: 1, protocolTypes: ['REST'], isForOpenApi: true }))
    expect(roundTrip(design, { syntax: syntaxOf(seed) })).toMatchObject({ changes: [], warnings: [] })
  })

  it.each(seeds)('is the same HTTP API (seed %i)', (seed) => {
    const design = carried(randomDesign(new Random(seed), { apis: 1, protocolTypes: ['HTTP'] }))
    expect(roundTrip(design, { syntax: syntaxOf(seed) })).toMatchObject({ changes: [], warnings: [] })
  })

  it.each(seeds)('has lost nothing that the export did not name (seed %i)', (seed) => {
    const design = carried(randomDesign(new Random(seed + 1000), { apis: 1, protocolTypes: ['REST'] }))
    const format = seed % 3 === 0 ? 'openapi3' : 'swagger2'
    const { changes, said, warnings } = roundTrip(design, { format, syntax: syntaxOf(seed) })
    const named = (pointer = ''): boolean => said.some(({ message }) => message.includes(`"${lastName(pointer)}"`))
    expect(changes.filter(({ kind, beforePointer }) => kind !== 'added' && !named(beforePointer))).toEqual([])
    expect(warnings).toEqual([])
  })
})

function lastName(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1)
}

const FIXTURES = fileURLToPath(new URL('../../../shared/fixtures/openapi', import.meta.url))
const isPresent = existsSync(FIXTURES)
const files = isPresent ? readdirSync(FIXTURES).filter((file) => file !== 'INDEX.md') : []

// Skipped where the reference material is absent.
describe.skipIf(!isPresent)('documents of public repositories, read and exported', () => {
  it.each(files)('%s has lost nothing that the export did not name', (file) => {
    const { design } = importDocument(readFileSync(`${FIXTURES}/${file}`), file)
    if (!design) throw new RangeError('The document cannot be read.')
    const { changes, said } = roundTrip(carried(design), {})
    const named = (pointer = ''): boolean => said.some(({ pointer: place }) => isOfOneKind(place, pointer))
    expect(changes.filter(({ kind, beforePointer }) => kind !== 'added' && !named(beforePointer))).toEqual([])
  })

  // The whole of them takes the validator too long; one document has properties named "$id", which it takes for names of schemas.
  it.each(files.filter((file, index) => index % 6 === 0 && !file.startsWith('box')))('%s is valid', async (file) => {
    const { design } = importDocument(readFileSync(`${FIXTURES}/${file}`), file)
    const [written] = exportOpenApi(design ?? emptyDesign('none'), { format: 'openapi3', syntax: 'json' }).files
    const { valid, errors } = await new Validator().validate(JSON.parse(written?.text ?? 'null'))
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })
})

/** A diagnostic stands at the first of several places that have the same setting. */
function isOfOneKind(place: string, pointer: string): boolean {
  return lastName(place) === lastName(pointer)
}
