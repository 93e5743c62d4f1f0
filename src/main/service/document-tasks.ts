import type { CompareAnswer } from '@shared/contract/compare'
import type { ErrorMessage } from '@shared/contract/errors'
import type { ExportedDesign, ExportedFile, ExportPreview, ExportRequest, FormatSummary } from '@shared/contract/export'
import type { ImportReport } from '@shared/contract/import-report'
import type { Design } from '@shared/design/design'

/** A file that the window sent. */
export interface SentDocument {
  readonly fileName: string
  readonly base64: string
}

/** A file on this computer, read together with the files beside it. */
export interface DocumentPath {
  readonly path: string
}

/**
 * What reads and writes whole documents, which takes long for large ones: plain data in, plain data out. A file that cannot be read is a
 * `GatewrightError`: `import/unreadable` where it was sent, `project/not-found` or `project/unreadable` where it was named.
 */
export interface DocumentTasks {
  readonly read: {
    args: {
      readonly document: SentDocument | DocumentPath
      readonly parameters?: Readonly<Record<string, string>>
    }
    result: ImportReport
  }
  readonly compare: { args: { readonly design: Design; readonly document: SentDocument }; result: CompareAnswer }
  /** `last`: the files of the last export in this format. */
  readonly preview: {
    args: {
      readonly design: Design
      readonly request: ExportRequest
      readonly last: readonly ExportedFile[] | null
    }
    result: Omit<ExportPreview, 'last'>
  }
  readonly export: { args: { readonly design: Design; readonly request: ExportRequest }; result: ExportedDesign }
  readonly summary: { args: { readonly design: Design; readonly request: ExportRequest }; result: FormatSummary }
}

export type DocumentTaskKind = keyof DocumentTasks
export type TaskArgs<Kind extends DocumentTaskKind> = DocumentTasks[Kind]['args']
export type TaskResult<Kind extends DocumentTaskKind> = DocumentTasks[Kind]['result']

export type DocumentTask = {
  readonly [Kind in DocumentTaskKind]: { readonly taskId: number; readonly kind: Kind; readonly args: TaskArgs<Kind> }
}[DocumentTaskKind]

/** The answer to the task of that id. `bug`: what was thrown that is no operational error. */
export type DocumentReply =
  | { readonly taskId: number; readonly result: TaskResult<DocumentTaskKind> }
  | { readonly taskId: number; readonly error: ErrorMessage }
  | { readonly taskId: number; readonly bug: unknown }

/** A thread that does these tasks; it is given one at a time. */
export interface DocumentWorker {
  post(task: DocumentTask): void
  onMessage(listener: (reply: DocumentReply) => void): void
  onExit(listener: (reason: string) => void): void
  terminate(): void
}
