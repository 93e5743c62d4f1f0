import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { ImportReport } from '@shared/contract/import-report'
import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { importDocument } from '../importers/import-document'
import type { ImportOptions } from '../importers/import-options'
import { importFilesIn } from '../storage/import-files'
import type { CommandIo } from './command'

/** Larger files are refused before they are read. Bytes. */
const LARGEST_DOCUMENT = 256 * 1024 * 1024

/** Read any document that stands for a design, with the files beside it that it names. Throws `import/unreadable` when there is no such file or it cannot be read. */
export async function readDocumentFile(path: string, options: ImportOptions = {}): Promise<ImportReport> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_DOCUMENT) throw new GatewrightError('import/unreadable', `${path} is larger than 256 MB.`)
    const files = importFilesIn(dirname(path))
    return importDocument(new Uint8Array(await readFile(path)), basename(path), { files, ...options })
  } catch (error) {
    if (error instanceof GatewrightError) throw error
    throw new GatewrightError('import/unreadable', `${path} cannot be read: ${reasonOf(error)}.`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'this user may not read it',
  }
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

/** Read a design, its diagnostics on stderr. Throws `import/unreadable` with all of them when there is none. */
export async function readDesign(path: string, io: CommandIo, options: ImportOptions = {}): Promise<Design> {
  const report = await readDocumentFile(path, options)
  if (report.design === null) {
    throw new GatewrightError('import/unreadable', `${path} is not a design this release reads.`, {
      details: { diagnostics: report.diagnostics },
    })
  }
  for (const diagnostic of [...report.diagnostics, ...checkDesign(report.design)]) {
    if (diagnostic.severity !== 'info') io.err(diagnosticLine(diagnostic))
  }
  return report.design
}

/** "warning design/unknown-model at /apis/0 (line 12, column 3): ...". */
export function diagnosticLine({ severity, code, message, pointer, range }: Diagnostic): string {
  const at = pointer === '' ? '' : ` at ${pointer}`
  const place = range === undefined ? '' : ` (line ${range.line}, column ${range.column})`
  return `${severity} ${code}${at}${place}: ${message}`
}
