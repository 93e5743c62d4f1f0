import { FRAME_TEXT_LIMIT, FRAMES_PER_SECOND, type ConnectionEvent, type FrameEvent } from '@shared/contract/websocket'
import type { Clock } from '../clock'

/** What is known of a frame before it is cut and counted. */
export type Frame = Omit<FrameEvent, 'at' | 'dropped'>

/** Tells those who watch what happens on connections. Frames come by the thousand: only some of them are told. */
export class ConnectionFeed {
  /** Whether a frame is worth describing. */
  readonly isWatched: boolean
  private readonly clock: Clock
  private readonly onConnection: ((event: ConnectionEvent) => void)[] = []
  private readonly onFrame: ((event: FrameEvent) => void)[] = []
  private second = Number.NEGATIVE_INFINITY
  private told = 0
  private dropped = 0

  constructor(clock: Clock, isWatched: boolean) {
    this.clock = clock
    this.isWatched = isWatched
  }

  watchConnections(listener: (event: ConnectionEvent) => void): void {
    this.onConnection.push(listener)
  }

  watchFrames(listener: (event: FrameEvent) => void): void {
    this.onFrame.push(listener)
  }

  connection(event: ConnectionEvent): void {
    if (this.isWatched) for (const listener of this.onConnection) listener(event)
  }

  frame(frame: Frame): void {
    if (!this.isWatched || this.onFrame.length === 0) return
    const second = Math.floor(this.clock.now() / 1000)
    if (second !== this.second) {
      this.second = second
      this.told = 0
    }
    if (this.told === FRAMES_PER_SECOND) {
      this.dropped++
      return
    }
    this.told++
    const { text, ...rest } = frame
    const event: FrameEvent = {
      ...rest,
      text: text.slice(0, FRAME_TEXT_LIMIT),
      at: this.clock.wall(),
      dropped: this.dropped,
    }
    this.dropped = 0
    for (const listener of this.onFrame) listener(event)
  }
}
