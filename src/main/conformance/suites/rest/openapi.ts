import type { Api } from '@shared/design/api'
import { putRestApi, type PutMode } from '@shared/design/put-rest-api'
import type { RestApi } from '@shared/design/rest-api'
import { exportOpenApi } from '../../../exporters/openapi/export-openapi'
import { serviceExportFile } from '../../../exporters/openapi/service-export-file'
import { importDocument } from '../../../importers/import-document'
import type { ImportOptions } from '../../../importers/import-options'
import { judged, skipped, type CaseResult } from '../../conformance-suite'
import { expectedDifference } from '../../expected-difference'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

type Members = Readonly<Record<string, unknown>>

interface OpenApiInput {
  /** A document, or in short: `paths` is a list of paths then. */
  readonly document?: Members
  readonly basepath?: NonNullable<ImportOptions['basePath']>
  readonly existing?: readonly string[] | Members
  readonly imported?: readonly string[] | Members
  readonly mode?: PutMode
  readonly importDocument?: Members
  readonly stage?: string
  readonly exportType?: 'oas30' | 'swagger'
  /** `extensions`: which of them the export asks for; none when absent. */
  readonly parameters?: { readonly extensions?: string }
}

/** What an imported document becomes, what a second one put into it leaves, and what the service exports. */
export const OPENAPI_KIND: CaseKind = {
  name: 'openapi',
  play: (entry) => played(entry.id, () => playOpenApi(entry)),
}

function playOpenApi(entry: CaseEntry): CaseResult {
  const input = entry as unknown as OpenApiInput
  if (input.importDocument) return playExport(entry, input, input.importDocument)
  if (input.mode) return playPut(entry, input, input.mode)
  return input.document
    ? playImport(entry, input, input.document)
    : skipped(entry.id, 'nothing is imported or exported')
}

function playImport(entry: CaseEntry, { basepath }: OpenApiInput, document: Members): CaseResult {
  const resources = importedResources(document, basepath)
  const expected = entry.expect as { readonly resources?: readonly string[] } | undefined
  return judged(entry.id, expectedDifference({ resources: expected?.resources?.toSorted() }, { resources }))
}

/** The resources that a document's paths become, in the order of their names. */
export function importedResources(document: Members, basePath: OpenApiInput['basepath']): string[] {
  const api = restApi(document, basePath === undefined ? {} : { basePath })
  return withParents(Object.keys(api.resources)).sort()
}

/** The service counts every parent, and the root, as a resource. */
function withParents(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) =>
    path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/') || '/'),
  )
  return [...new Set(['/', ...all])]
}

function playPut(entry: CaseEntry, { existing, imported }: OpenApiInput, mode: PutMode): CaseResult {
  const put = putRestApi(restApi(documentOf(existing)), restApi(documentOf(imported)), mode)
  const expected = entry.expect as Members | undefined
  const names = Object.keys(expected ?? {}) as (keyof RestApi)[]
  const found = names.map((name) => [
    name,
    name === 'resources' ? withParents(Object.keys(put.resources)).sort() : put[name],
  ])
  return judged(entry.id, expectedDifference(expected, Object.fromEntries(found)))
}

/** A list stands for a document with these binary media types. */
function documentOf(given: OpenApiInput['existing']): Members {
  if (given === undefined || !Array.isArray(given)) return (given ?? {}) as Members
  return { swagger: '2.0', paths: {}, 'x-amazon-apigateway-binary-media-types': given }
}

function playExport(entry: CaseEntry, input: OpenApiInput, document: Members): CaseResult {
  const version = input.exportType === 'swagger' ? 'swagger2' : 'openapi3'
  const { design } = importDocument(bytesOf(document), 'document.json', { protocolType: 'REST', ...stageOf(input) })
  if (!design) throw new Error('the document cannot be imported')
  const hasExtensions = (input.parameters?.extensions ?? '') !== ''
  const request = { format: version, syntax: 'json', hasExtensions, hasOwnMembers: false } as const
  const [file] = exportOpenApi(design, request).files
  const body: unknown = JSON.parse(file?.text ?? 'null')
  return compareMembers(entry, { body, ...serviceExportFile(version) })
}

function stageOf({ stage }: OpenApiInput): Pick<ImportOptions, 'stage'> {
  return stage === undefined ? {} : { stage }
}

function restApi(document: Members, options: ImportOptions = {}): RestApi {
  const { design } = importDocument(bytesOf(wholeDocument(document)), 'document.json', {
    ...options,
    protocolType: 'REST',
  })
  const api: Api | undefined = design?.apis[0]
  if (api?.protocolType !== 'REST') throw new Error('the document does not become a REST API')
  return api
}

function wholeDocument(document: Members): Members {
  const { paths } = document
  return Array.isArray(paths)
    ? { ...document, paths: Object.fromEntries(paths.map((path) => [path, { get: {} }])) }
    : document
}

function bytesOf(document: Members): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document))
}
