import type { ImportReport } from '@shared/contract/import-report'
import type { Diagnostic } from '@shared/diagnostic'
import { LIMITS } from '@shared/limits'
import { decodeText } from '../documents/decode-text'
import { readDocument, type ReadDocument } from '../documents/read-document'
import { parseProject } from '../project-format/parse-project'
import { documentFormat, foundInstead, type DocumentFormat } from './document-format'
import type { ImportCode } from './import-codes'
import type { ImportOptions } from './import-options'
import { importOpenApi } from './openapi/import-openapi'
import { withRepeatedOperations } from './openapi/repeated-operations'

const READ_FORMATS = 'This release reads Gatewright projects, OpenAPI 3.0 and 3.1, and Swagger 2.0.'

/**
 * Reads a document of any format into a design. Never throws for what a file holds: a document that cannot be read has `design` null and
 * diagnostics that say why and where.
 */
export function importDocument(bytes: Uint8Array, fileName: string, options: ImportOptions = {}): ImportReport {
  const decoded = decodeText(bytes, fileName)
  if ('diagnostics' in decoded) return refused(fileName, 'unknown', decoded.diagnostics)
  const document = readTolerantly(decoded.text, fileName)
  if (document.value === undefined) return refused(fileName, 'unknown', document.diagnostics)
  const format = documentFormat(document.value)
  if (format === 'gatewright') return fromProject(decoded.text, fileName)
  if (format !== 'openapi')
    return refused(fileName, FORMAT_NAMES[format], [...document.diagnostics, refusal(format, fileName, document)])
  const report = importOpenApi(document, fileName, options)
  return {
    ...report,
    diagnostics: [...document.diagnostics, ...sizeProblems(bytes.length, fileName), ...report.diagnostics],
  }
}

const FORMAT_NAMES: { readonly [format in DocumentFormat]: string } = {
  gatewright: 'Gatewright project',
  openapi: 'OpenAPI',
  sam: 'SAM template',
  cloudformation: 'CloudFormation template',
  unknown: 'unknown',
}

/** What the text has more than once can still be an API: see `withRepeatedOperations`. */
function readTolerantly(text: string, fileName: string): ReadDocument {
  const document = readDocument(text, fileName)
  return document.value === undefined ? withRepeatedOperations(document, text) : document
}

/** The service takes no larger file, though it is read here. */
function sizeProblems(sizeBytes: number, fileName: string): Diagnostic[] {
  const limit = LIMITS.openApiFile.value
  if (sizeBytes <= limit) return []
  const code: ImportCode = 'import/over-quota'
  const message = `${fileName} has ${sizeBytes} bytes; AWS imports OpenAPI files of up to ${limit}. Split the API before importing it there.`
  return [{ code, severity: 'warning', message, pointer: '' }]
}

function fromProject(text: string, fileName: string): ImportReport {
  const { design, diagnostics } = parseProject(text, fileName)
  const carried = (design?.apis ?? []).map((api, index) => ({
    text: `${api.protocolType} API "${api.name}"`,
    outcome: 'carried' as const,
    pointer: `/apis/${index}`,
  }))
  return { fileName, format: FORMAT_NAMES.gatewright, design, diagnostics, carried }
}

function refusal(format: 'sam' | 'cloudformation' | 'unknown', fileName: string, document: ReadDocument): Diagnostic {
  const code: ImportCode = format === 'unknown' ? 'import/format-unknown' : 'import/format-not-read'
  const message =
    format === 'unknown'
      ? `${fileName} is ${foundInstead(document.value)}, not the description of an API: there is no "openapi", "swagger" or "gatewright" in it. ${READ_FORMATS}`
      : `${fileName} is a ${FORMAT_NAMES[format]}, which is not read yet. ${READ_FORMATS}`
  const range = document.positionOf('')
  return { code, severity: 'error', message, pointer: '', ...(range && { range }) }
}

function refused(fileName: string, format: string, diagnostics: readonly Diagnostic[]): ImportReport {
  return { fileName, format, design: null, diagnostics, carried: [] }
}
