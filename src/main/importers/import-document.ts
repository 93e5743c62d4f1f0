import type { ImportReport } from '@shared/contract/import-report'
import type { Diagnostic } from '@shared/diagnostic'
import { LIMITS } from '@shared/limits'
import { decodeText } from '../documents/decode-text'
import { readDocument, type ReadDocument } from '../documents/read-document'
import { parseProject } from '../project-format/parse-project'
import { importCliScript } from './cli-script/import-cli-script'
import { scriptText } from './cli-script/script-text'
import { importTemplate } from './cloudformation/import-template'
import { documentFormat, foundInstead } from './document-format'
import type { ImportCode } from './import-codes'
import type { ImportOptions } from './import-options'
import { importOpenApi } from './openapi/import-openapi'
import { withRepeatedOperations } from './openapi/repeated-operations'
import { withRepeatedMembers } from './template/repeated-members'

const READ_FORMATS =
  'Gatewright projects, OpenAPI 3.0 and 3.1, Swagger 2.0, CloudFormation and SAM templates, and scripts of AWS CLI commands are read.'

/**
 * Reads a document of any format into a design. Never throws for what a file holds: a document that cannot be read has `design` null and
 * diagnostics that say why and where.
 */
export function importDocument(bytes: Uint8Array, fileName: string, options: ImportOptions = {}): ImportReport {
  const decoded = decodeText(bytes, fileName)
  if ('diagnostics' in decoded) return refused(fileName, 'unknown', decoded.diagnostics)
  const document = readTolerantly(decoded.text, fileName)
  const format = documentFormat(document.value)
  const script = format === 'unknown' ? scriptText(decoded.text, fileName) : null
  if (script !== null) return importCliScript(script, fileName, options)
  if (document.value === undefined) return refused(fileName, 'unknown', document.diagnostics)
  if (format === 'gatewright') return fromProject(decoded.text, fileName)
  if (format === 'unknown') return refused(fileName, 'unknown', [...document.diagnostics, refusal(fileName, document)])
  const isOpenApi = format === 'openapi'
  const report = (isOpenApi ? importOpenApi : importTemplate)(document, fileName, options)
  const problems = isOpenApi ? sizeProblems(bytes.length, fileName) : []
  return { ...report, diagnostics: [...document.diagnostics, ...problems, ...report.diagnostics] }
}

/** What the text has more than once can still be an API: see `withRepeatedOperations` and `withRepeatedMembers`. */
function readTolerantly(text: string, fileName: string): ReadDocument {
  const document = readDocument(text, fileName)
  if (document.value !== undefined) return document
  const repaired = withRepeatedOperations(document, text)
  return repaired.value === undefined ? withRepeatedMembers(repaired, text) : repaired
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
  return { fileName, format: 'Gatewright project', design, diagnostics, carried }
}

function refusal(fileName: string, document: ReadDocument): Diagnostic {
  const code: ImportCode = 'import/format-unknown'
  const message = `${fileName} is ${foundInstead(document.value)}, not the description of an API: there is no "openapi", "swagger", "gatewright" or "Resources" in it. ${READ_FORMATS}`
  const range = document.positionOf('')
  return { code, severity: 'error', message, pointer: '', ...(range && { range }) }
}

function refused(fileName: string, format: string, diagnostics: readonly Diagnostic[]): ImportReport {
  return { fileName, format, design: null, diagnostics, carried: [] }
}
