import type { ChildProcess } from 'node:child_process'
import type { HandlerPipes } from './handler-channel'

/** How the process of a handler is started. */
export interface HandlerLaunch {
  readonly command: string
  readonly arguments: readonly string[]
  /** Variables beside the function's own. */
  readonly environment: Readonly<Record<string, string>>
  readonly stdio: readonly ('ignore' | 'pipe')[]
  /** MB that the process needs beside the function's own memory. */
  readonly overhead: number
  readonly pipesOf: (child: ChildProcess) => HandlerPipes
}
