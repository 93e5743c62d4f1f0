import type { SaveState } from '@shared/contract/project'
import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { writeProject } from '../project-format/write-project'
import type { ProjectListeners, StoredProject } from '../service/ports'
import { writeFileAtomically } from './atomic-write'
import { reasonOf } from './error-code'
import { markOf, parseProjectFile, readBytes, type FileContent, type ProjectFile } from './read-project-file'
import type { WatchFile } from './watch-file'

/** A design on its way to disk. */
interface Edition {
  readonly design: Design
  readonly revision: number
}

/** What is asked of time and disk; replaced in tests. */
export interface SavingOptions {
  readonly watch: WatchFile
  /** Edits that come this close together are written once. Milliseconds. */
  readonly gatherMs: number
  /** Before each new attempt after a failure, the last for all others. Milliseconds. */
  readonly retryMs: readonly number[]
  readonly write: (path: string, text: string) => Promise<void>
}

export const DEFAULT_SAVING: Omit<SavingOptions, 'watch'> = {
  gatherMs: 100,
  retryMs: [1000, 3000, 10_000],
  write: writeFileAtomically,
}

/** One open file. Everything that reads or writes it waits its turn in one queue, so no two of them interleave. */
export class StoredProjectFile implements StoredProject {
  readonly design: Design
  readonly diagnostics: readonly Diagnostic[]
  private onDisk: FileContent
  private latest: Edition
  private waiting: Edition | null = null
  /** Mark of the content found on disk that is not ours ("" when the file is gone); null while it is ours. */
  private foreign: string | null = null
  private attempts = 0
  private timer: NodeJS.Timeout | null = null
  private timerFor: 'gathering' | 'retrying' | null = null
  private turns: Promise<unknown> = Promise.resolve()
  private isClosed = false
  private readonly stopWatching: () => void

  constructor(
    readonly path: string,
    file: ProjectFile,
    private readonly listeners: ProjectListeners,
    private readonly options: SavingOptions,
  ) {
    this.design = file.design
    this.diagnostics = file.diagnostics
    this.onDisk = { text: file.text, mark: file.mark }
    this.latest = { design: file.design, revision: 0 }
    this.stopWatching = options.watch(path, () => void this.inTurn(() => this.lookAtDisk()))
  }

  save(design: Design, revision: number): void {
    if (this.isClosed) return
    this.latest = { design, revision }
    this.waiting = this.latest
    this.attempts = 0
    this.listeners.onSaveState({ state: 'saving', revision })
    // A save that is due soon is not put off: edits that keep coming are still written.
    if (this.timerFor !== 'gathering') this.saveIn(this.options.gatherMs, 'gathering')
  }

  overwrite(): Promise<SaveState> {
    return this.inTurn(async () => {
      this.waiting = this.latest
      const theirs = await this.foreignContent()
      return this.write(this.latest, theirs?.text ?? this.onDisk.text)
    })
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.stopTimer()
    await this.inTurn(() => this.saveWaiting())
    this.isClosed = true
    this.stopTimer()
    this.stopWatching()
  }

  /** Comments that somebody added outside stay when their file is overwritten, if it is a project at all. */
  private async foreignContent(): Promise<FileContent | null> {
    try {
      return parseProjectFile(this.path, await readBytes(this.path))
    } catch (error) {
      if (error instanceof GatewrightError) return null
      throw error
    }
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.turns.then(work)
    this.turns = turn.catch(() => undefined)
    return turn
  }

  private saveIn(delayMs: number, purpose: 'gathering' | 'retrying'): void {
    this.stopTimer()
    this.timerFor = purpose
    this.timer = setTimeout(() => {
      this.timerFor = null
      void this.inTurn(() => this.saveWaiting())
    }, delayMs)
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.timerFor = null
  }

  private async saveWaiting(): Promise<void> {
    const edition = this.waiting
    if (!edition || this.isClosed) return
    const found = await this.foundOnDisk()
    if (typeof found === 'string') this.failed(edition, found)
    else if (found.mark !== this.onDisk.mark) this.conflict(edition, found)
    else await this.write(edition, this.onDisk.text)
  }

  /** Write without asking what is on disk; whatever goes wrong, the design is kept and the person is told. */
  private async write(edition: Edition, previousText: string): Promise<SaveState> {
    try {
      const text = writeProject(edition.design, previousText)
      const mark = markOf(text)
      await this.options.write(this.path, text)
      this.onDisk = { text, mark }
    } catch (error) {
      return this.failed(edition, reasonOf(error))
    }
    this.foreign = null
    this.attempts = 0
    if (this.waiting === edition) this.waiting = null
    return this.report({ state: 'saved', revision: edition.revision })
  }

  private failed(edition: Edition, reason: string): SaveState {
    const { retryMs } = this.options
    const delayMs = retryMs[Math.min(this.attempts, retryMs.length - 1)]
    this.attempts++
    if (delayMs !== undefined && this.timerFor === null) this.saveIn(delayMs, 'retrying')
    const message = `${this.path} cannot be written: ${reason}. The design is kept here and is saved as soon as that works.`
    return this.report({ state: 'failed', revision: edition.revision, message })
  }

  private conflict(edition: Edition, found: Found): void {
    const how = found.mark === '' ? 'removed' : 'changed'
    const message = `${this.path} was ${how} by another program. Nothing is written until you choose which version to keep.`
    this.report({ state: 'conflict', revision: edition.revision, message })
    this.tellOfForeign(found)
  }

  private async lookAtDisk(): Promise<void> {
    if (this.isClosed) return
    const found = await this.foundOnDisk()
    if (typeof found === 'string') return
    if (found.mark !== this.onDisk.mark) {
      if (this.waiting) this.conflict(this.waiting, found)
      else this.tellOfForeign(found)
      return
    }
    const wasForeign = this.foreign !== null
    this.foreign = null
    if (wasForeign) await this.saveWaiting()
  }

  /** Once for each content. */
  private tellOfForeign(found: Found): void {
    if (this.foreign === found.mark) return
    this.foreign = found.mark
    const { path } = this
    if (found.bytes === null) {
      const message = `${path} was removed or renamed. The design is kept here.`
      return this.listeners.onChangedOnDisk({ path, design: null, message })
    }
    try {
      const { design } = parseProjectFile(path, found.bytes)
      this.listeners.onChangedOnDisk({ path, design, message: `${path} was changed by another program.` })
    } catch (error) {
      if (!(error instanceof GatewrightError)) throw error
      const message = `${path} was changed by another program and cannot be read now. ${error.message}`
      this.listeners.onChangedOnDisk({ path, design: null, message })
    }
  }

  /** What the file holds now, or why that cannot be told. */
  private async foundOnDisk(): Promise<Found | string> {
    try {
      const bytes = await readBytes(this.path)
      return { bytes, mark: markOf(bytes) }
    } catch (error) {
      if (!(error instanceof GatewrightError)) throw error
      return error.code === 'project/not-found' ? { bytes: null, mark: '' } : reasonOf(error.cause ?? error)
    }
  }

  private report(state: SaveState): SaveState {
    this.listeners.onSaveState(state)
    return state
  }
}

interface Found {
  readonly bytes: Uint8Array | null
  readonly mark: string
}
