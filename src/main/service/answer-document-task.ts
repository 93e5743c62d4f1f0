import { GatewrightError } from '@shared/contract/errors'
import { comparableChanges, documentScope } from '@shared/design/compare/comparable-changes'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import { exportDesign } from '../exporters/export-design'
import { narrowDesign } from '../exporters/narrow-design'
import { importDocument } from '../importers/import-document'
import type { ImportFiles } from '../importers/import-options'
import type { DocumentReply, DocumentTask, DocumentTaskKind, TaskArgs, TaskResult } from './document-tasks'
import { summaryText } from './format-summary'
import { changesBetween, readBack } from './read-back'
import { sentBytes } from './sent-bytes'

/** A document on disk and the files of its folder. */
export interface OpenedDocument {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly files: ImportFiles
}

/** What the tasks need of their host. */
export interface DocumentHost {
  /** Throws `project/not-found` or `project/unreadable`. */
  readonly open: (path: string) => Promise<OpenedDocument>
}

/** Does one task. Never throws: what was thrown is part of the answer. */
export async function answerDocumentTask(task: DocumentTask, host: DocumentHost): Promise<DocumentReply> {
  const { taskId } = task
  try {
    return { taskId, result: await resultOf(task, host) }
  } catch (thrown) {
    if (!(thrown instanceof GatewrightError)) return { taskId, bug: thrown }
    const { code, message, details } = thrown
    return { taskId, error: details ? { code, message, details } : { code, message } }
  }
}

async function resultOf(task: DocumentTask, host: DocumentHost): Promise<TaskResult<DocumentTaskKind>> {
  switch (task.kind) {
    case 'read':
      return read(task.args, host)
    case 'compare':
      return compare(task.args)
    case 'preview':
      return preview(task.args)
    case 'export':
      return exportDesign(task.args.design, task.args.request)
    case 'summary':
      return summaryOf(task.args)
  }
}

async function read({ document, parameters }: TaskArgs<'read'>, host: DocumentHost): Promise<TaskResult<'read'>> {
  const given = parameters && { parameters }
  if ('path' in document) {
    const { fileName, bytes, files } = await host.open(document.path)
    return importDocument(bytes, fileName, { ...given, files })
  }
  const { fileName, base64 } = document
  return importDocument(sentBytes(fileName, base64), fileName, given)
}

function compare({ design, document: { fileName, base64 } }: TaskArgs<'compare'>): TaskResult<'compare'> {
  // A template says neither Region nor account: it is read as if deployed where the design is.
  const place = { region: design.region, accountId: design.accountId }
  const report = importDocument(sentBytes(fileName, base64), fileName, place)
  const { format, diagnostics } = report
  if (report.design === null) return { fileName, format, changes: null, diagnostics }
  const changes = comparableChanges(compareDesigns(design, report.design), 'project', documentScope(format))
  return { fileName, format, changes, diagnostics }
}

/** The files, what reading them again says of them, and what was changed since the last ones. */
function preview({ design, request, last }: TaskArgs<'preview'>): TaskResult<'preview'> {
  const exported = exportDesign(design, request)
  const narrowed = narrowDesign(design, request)
  const now = readBack(exported.files, request, narrowed)
  if (now === null) return { ...exported, since: [], readBack: null }
  const before = last === null ? null : readBack(last, request, narrowed)
  return {
    ...exported,
    since: before === null ? [] : changesBetween(before.design, now),
    readBack: changesBetween(narrowed, now),
  }
}

function summaryOf({ design, request }: TaskArgs<'summary'>): TaskResult<'summary'> {
  const exported = exportDesign(design, { ...request, syntax: 'json' })
  const count = (severity: string): number => exported.diagnostics.filter((each) => each.severity === severity).length
  const { format } = request
  return { format, what: summaryText(format, exported), errors: count('error'), warnings: count('warning') }
}
