import type { Design } from '../design/design'
import type { GatewayState, TracedRequest } from './gateway'
import type { MenuCommand } from './app-info'
import type { SaveState } from './project'
import type { RunEnded } from './simulation'
import type { Snapshot } from './snapshot'
import type { ConnectionEvent, FrameEvent } from './websocket'
import type { SweepEnded, SweepProgress } from './sweep'

/** Every push from main to the window. */
export interface Events {
  'project.saved': SaveState
  /** The file changed outside. `design` is what it holds now, null when it cannot be read. */
  'project.changedOnDisk': { path: string; design: Design | null; message: string }
  /** Sent as a binary frame; the window gets it decoded. At most four a second. */
  'simulator.snapshot': Snapshot
  'simulator.ended': RunEnded
  /** At most four a second. */
  'simulator.sweepProgress': SweepProgress
  'simulator.sweepEnded': SweepEnded
  'gateway.state': GatewayState
  'gateway.request': TracedRequest
  'gateway.connection': ConnectionEvent
  /** At most fifty a second. */
  'gateway.frame': FrameEvent
  /** A native menu entry or a file opened from outside. */
  'menu.command': MenuCommand
}

export type EventName = keyof Events
