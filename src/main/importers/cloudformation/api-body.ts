import { Findings } from '../findings'
import type { ImportCode } from '../import-codes'
import type { ImportOptions } from '../import-options'
import type { Members } from '../members'
import { readDialect } from '../openapi/dialect'
import { openDocument } from '../openapi/document-parts'
import { ExternalDocuments } from '../openapi/external-documents'
import type { LocatedValue } from '../openapi/import-openapi'
import type { OpenApiContext } from '../openapi/openapi-context'
import { References } from '../openapi/references'
import type { TemplateContext } from '../template/template-context'
import { bodyFile } from './rest/body-file'
import { jsonOf } from './rest/json-of'

export const BASE_PATHS = ['ignore', 'prepend', 'split'] as const

/** An API that was read from an OpenAPI document, and the document. */
export interface ApiBody<Api> {
  readonly api: Api
  readonly document: unknown
}

export interface ApiBodyOptions<Api> {
  /** What the template says of it; that of the import's own options when absent. */
  readonly basePath: ImportOptions['basePath']
  readonly read: (context: OpenApiContext) => Api | null
  /** Whether a remark about the document is true of the template too; all are when absent. */
  readonly isSaid?: (code: ImportCode) => boolean
}

/** Reads `Body`, or the document that `BodyS3Location` names when it lies beside the template. */
export function readApiBody<Api>(
  context: TemplateContext,
  properties: Members,
  options: ApiBodyOptions<Api>,
): ApiBody<Api> | undefined {
  const place = properties.place('Body')
  const location = properties.place('BodyS3Location')
  if (place) {
    if (location) {
      const message = `${properties.nameOf('BodyS3Location')} is left out: the "Body" beside it is used. AWS takes one of them only; remove the other.`
      context.findings.report('import/not-carried', 'warning', location.pointer, message)
    }
    const value = typeof place.value === 'string' ? jsonOf(place.value) : place.value
    const positionOf = (pointer: string) => context.findings.place(place.pointer + pointer)
    return readDocument(context, { value, positionOf }, '', options, (pointer) => place.pointer + pointer)
  }
  const file = location && bodyFile(context, location, properties.nameOf('BodyS3Location'))
  return location && file && readDocument(context, file, file.name, options, () => location.pointer)
}

/** `fileName` is empty for a document in the template itself. */
function readDocument<Api>(
  { findings: ofTemplate, options }: TemplateContext,
  document: LocatedValue,
  fileName: string,
  { basePath, read, isSaid = () => true }: ApiBodyOptions<Api>,
  placeOf: (pointer: string) => string,
): ApiBody<Api> | undefined {
  const findings = new Findings(document.positionOf)
  const members = openDocument(document.value, findings)
  const { apiName: _apiName, ...others } = options
  const api =
    members &&
    read({
      document: members,
      dialect: readDialect(members),
      findings,
      references: new References(document.value, findings, new ExternalDocuments(options.files, fileName)),
      options: { ...others, basePath: basePath ?? others.basePath ?? 'ignore' },
    })
  findings.finish()
  passOn(findings, ofTemplate, { fileName, placeOf, isSaid })
  return api ? { api, document: document.value } : undefined
}

interface PassedOn {
  readonly fileName: string
  readonly placeOf: (pointer: string) => string
  readonly isSaid: (code: ImportCode) => boolean
}

/** Says in the template's report what was found in a document: with its place there, or with the name of the other file. */
function passOn(from: Findings, to: Findings, { fileName, placeOf, isSaid }: PassedOn): void {
  for (const { code, severity, pointer, message } of from.diagnostics) {
    if (!isSaid(code as ImportCode)) continue
    const range = fileName === '' ? undefined : from.place(pointer)
    const place = range ? `In ${fileName}:${range.line}:${range.column}: ` : fileName === '' ? '' : `In ${fileName}: `
    to.report(code as ImportCode, severity, placeOf(pointer), place + message)
  }
  for (const { text, outcome, pointer } of from.lines) {
    if (outcome === 'carried') to.carry(text, placeOf(pointer))
  }
}
