import { create } from 'zustand'
import type { ImportReport } from '@shared/contract/import-report'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'

/** What lies over the window; one at a time. `new-route` is shown by the Design screen. */
export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'about'
  | 'new-api'
  | 'chooser'
  | 'what-if'
  | 'new-route'
  | 'open-folder'
  | 'choose-import'
  | 'import-report'
  | 'compare'
  | 'compare-designs'
  | 'failure'
  | 'trust'

/** An action that could not be done, told in a dialog: what, why and where in a file. */
export interface Failure {
  readonly title: string
  readonly message: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A folder whose functions would run, and on which port the gateway was to start. */
export interface TrustQuestion {
  readonly folder: string
  readonly handlers: readonly string[]
  readonly port: number
}

/** A change of the open file that did not come from this window. */
export interface DiskChange {
  /** null when the file cannot be read any more. */
  readonly design: Design | null
  readonly message: string
}

/** A document that is being imported: its bytes, or where it is on this computer. */
export type ImportDocument = { readonly fileName: string; readonly base64: string } | { readonly path: string }

export interface ShellState {
  readonly overlay: Overlay | null
  /** What the palette begins with, as in ">" for commands. */
  readonly paletteText: string
  readonly importReport: ImportReport | null
  /** What the report is about, to be read again with other parameters. */
  readonly importDocument: ImportDocument | null
  readonly failure: Failure | null
  /** What would run, when the gateway waits for the person's word. */
  readonly trust: TrustQuestion | null
  readonly diskChange: DiskChange | null
  /** The report of a bug; the window shows nothing else. */
  readonly crash: string | null
  open(overlay: Overlay): void
  openPalette(text: string): void
  close(): void
  fail(failure: Failure): void
  askTrust(trust: TrustQuestion): void
  showReport(report: ImportReport, document: ImportDocument): void
}

export const useShellStore = create<ShellState>()((set) => ({
  overlay: null,
  paletteText: '',
  importReport: null,
  importDocument: null,
  failure: null,
  trust: null,
  diskChange: null,
  crash: null,
  open: (overlay) => set({ overlay }),
  openPalette: (paletteText) => set({ overlay: 'palette', paletteText }),
  close: () => set({ overlay: null }),
  fail: (failure) => set({ overlay: 'failure', failure }),
  askTrust: (trust) => set({ overlay: 'trust', trust }),
  showReport: (importReport, importDocument) => set({ overlay: 'import-report', importReport, importDocument }),
}))
