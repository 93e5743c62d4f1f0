/** Work that may wait for its turn. */
export type FrameTask = () => void

/** The host's frame loop; injected so that tests need none. */
export interface FrameClock {
  requestFrame(callback: () => void): void
  /** Milliseconds. */
  now(): number
}

/** A frame that comes later than this after a task shows that the task was too dear for this machine now. Milliseconds. */
const LATE_MS = 24
/** The longest a task may have to wait for its next turn, however dear it is. Milliseconds. */
const MAX_GAP_MS = 1000

/**
 * Spreads updates over frames: one task a frame, the longest waiting first, each at most once per `minGapMs`. A task added while it waits
 * is not queued twice, so only the latest state is ever drawn. A task that makes its frame late gets its turns less often until it no
 * longer does, so that the window stays smooth where the machine is busy.
 */
export class FrameQueue {
  private readonly waiting = new Set<FrameTask>()
  private readonly lastRun = new WeakMap<FrameTask, number>()
  private readonly gaps = new WeakMap<FrameTask, number>()
  private latest: FrameTask | null = null
  private isScheduled = false

  constructor(
    private readonly clock: FrameClock,
    private readonly minGapMs: () => number,
  ) {}

  add(task: FrameTask): void {
    this.waiting.add(task)
    this.schedule()
  }

  remove(task: FrameTask): void {
    this.waiting.delete(task)
  }

  private schedule(): void {
    if (this.isScheduled || (this.waiting.size === 0 && this.latest === null)) return
    this.isScheduled = true
    this.clock.requestFrame(() => this.frame())
  }

  private frame(): void {
    this.isScheduled = false
    const now = this.clock.now()
    this.judge(now)
    const due = [...this.waiting].find((task) => now - (this.lastRun.get(task) ?? -Infinity) >= this.gapOf(task))
    if (due !== undefined) {
      this.waiting.delete(due)
      this.lastRun.set(due, now)
      this.latest = due
      due()
    }
    this.schedule()
  }

  /** How the frame before went decides how soon its task may come again. */
  private judge(now: number): void {
    const task = this.latest
    if (task === null) return
    this.latest = null
    const isLate = now - (this.lastRun.get(task) ?? now) > LATE_MS
    this.gaps.set(task, isLate ? Math.min(MAX_GAP_MS, 2 * this.gapOf(task)) : this.gapOf(task) / 1.25)
  }

  private gapOf(task: FrameTask): number {
    return Math.max(this.minGapMs(), this.gaps.get(task) ?? 0)
  }
}
