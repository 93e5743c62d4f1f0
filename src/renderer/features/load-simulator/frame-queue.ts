/** Work that may wait for its turn. */
export type FrameTask = () => void

/** The host's frame loop; injected so that tests need none. */
export interface FrameClock {
  requestFrame(callback: () => void): void
  /** Milliseconds. */
  now(): number
}

/**
 * Spreads updates over frames: one task a frame, the longest waiting first, each at most once per `minGapMs`. A task added while it waits
 * is not queued twice, so only the latest state is ever drawn.
 */
export class FrameQueue {
  private readonly waiting = new Set<FrameTask>()
  private readonly lastRun = new WeakMap<FrameTask, number>()
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
    if (this.isScheduled || this.waiting.size === 0) return
    this.isScheduled = true
    this.clock.requestFrame(() => this.frame())
  }

  private frame(): void {
    this.isScheduled = false
    const now = this.clock.now()
    const due = [...this.waiting].find((task) => now - (this.lastRun.get(task) ?? -Infinity) >= this.minGapMs())
    if (due !== undefined) {
      this.waiting.delete(due)
      this.lastRun.set(due, now)
      due()
    }
    this.schedule()
  }
}
