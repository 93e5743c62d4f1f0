import type { ExportedFile, ExportRequest } from '@shared/contract/export'
import { comparableChanges, documentScope } from '@shared/design/compare/comparable-changes'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import type { Design } from '@shared/design/design'
import { importDocument } from '../importers/import-document'
import type { ImportOptions } from '../importers/import-options'
import { encodeUtf8 } from './encode-utf8'

/** A design as an exported file of it is read, with the format that it was read as. */
export interface ReadBack {
  readonly format: string
  readonly design: Design
}

/** A longer script of commands takes many seconds to play, and a preview is not made to wait for it. Characters. */
const LONGEST_SCRIPT = 1_000_000

/** Null for formats that are not read back, and for files that cannot be. `design`: what was exported, for where it stands. */
export function readBack(files: readonly ExportedFile[], request: ExportRequest, design: Design): ReadBack | null {
  const [file] = files
  if (file === undefined || request.format === 'cdk') return null
  if (request.format === 'cli' && file.text.length > LONGEST_SCRIPT) return null
  const isOpenApi = request.format === 'openapi3' || request.format === 'swagger2'
  if (isOpenApi && request.hasExtensions === false) return null
  const api = design.apis.find(({ id }) => request.apiIds?.includes(id) ?? true)
  const protocolType = api?.protocolType === 'HTTP' ? 'HTTP' : 'REST'
  const options: ImportOptions = {
    region: design.region,
    accountId: design.accountId,
    ...(isOpenApi && { protocolType }),
  }
  const report = importDocument(encodeUtf8(file.text), file.name, options)
  return report.design === null ? null : { format: report.format, design: report.design }
}

/** What differs between what was exported and how it is read, or between two files as they are read. */
export function changesBetween(before: Design, after: ReadBack): readonly ApiChange[] {
  return comparableChanges(compareDesigns(before, after.design), 'project', documentScope(after.format))
}
