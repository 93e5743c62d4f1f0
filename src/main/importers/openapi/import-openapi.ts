import type { ImportReport } from '@shared/contract/import-report'
import type { TextRange } from '@shared/diagnostic'
import { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { importedDesign } from '../imported-design'
import { dialectName, readDialect } from './dialect'
import { openDocument } from './document-parts'
import { httpApiFromOpenApi } from './http-api-from-openapi'
import { ExternalDocuments } from './external-documents'
import type { OpenApiContext } from './openapi-context'
import { References } from './references'
import { restApiFromOpenApi } from './rest-api-from-openapi'
import { protocolTypeOf } from './which-api'

/** A document as data, with the places of its parts. */
export interface LocatedValue {
  readonly value: unknown
  readonly positionOf: (pointer: string) => TextRange | undefined
}

/** An OpenAPI or Swagger document as a design with one API. */
export function importOpenApi(document: LocatedValue, fileName: string, options: ImportOptions): ImportReport {
  const findings = new Findings(document.positionOf)
  const members = openDocument(document.value, findings)
  if (!members) return { fileName, format: 'OpenAPI', design: null, diagnostics: findings.diagnostics, carried: [] }
  const dialect = readDialect(members)
  const location = fileName.replace(/^.*[\\/]/, '')
  const references = new References(document.value, findings, new ExternalDocuments(options.files, location))
  const context: OpenApiContext = { document: members, dialect, findings, references, options }
  const follow = (reference: string, from: string) => references.follow(reference, from)
  const isHttp = protocolTypeOf(document.value, options, follow) === 'HTTP'
  const api = isHttp ? httpApiFromOpenApi(context) : restApiFromOpenApi(context)
  findings.finish()
  const carried = api
    ? [{ text: `${api.protocolType} API "${api.name}"`, outcome: 'carried' as const, pointer: '' }, ...findings.lines]
    : []
  const design = api && importedDesign(api.name, [api], options)
  return { fileName, format: dialectName(dialect), design, diagnostics: findings.diagnostics, carried }
}
