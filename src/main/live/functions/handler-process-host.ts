import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { BoundedOutput } from './bounded-output'
import type { FromHandler, FunctionError, HandlerContext, ToHandler } from './handler-messages'
import type { HandlerReference } from './handler-reference'
import { watchMemory } from './memory-watch'

/** What a handler's process is started with. */
export interface HandlerProcessOptions {
  readonly handlerProcessUrl: URL
  readonly reference: HandlerReference
  /** MB. */
  readonly memorySize: number
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
  /** Told of what the handler prints, line by line. */
  readonly log: (line: string) => void
}

/** How a call ended. */
export type HandlerAnswer =
  { readonly kind: 'answered'; readonly result: unknown } | { readonly kind: 'failed'; readonly error: FunctionError }

/** MB below which V8 does not start well. */
const LEAST_MEMORY = 64

/**
 * One process that runs one handler, a call at a time. It has the function's own environment, no standard input and no handles of ours;
 * its whole process group ends with it.
 */
export class HandlerProcess {
  isDead = false
  private readonly child: ChildProcess
  private readonly output: BoundedOutput
  private readonly memorySize: number
  private pending: ((message: FromHandler) => void) | null = null

  constructor(options: HandlerProcessOptions, onExit: () => void) {
    const { memorySize, environment, folder } = options
    this.memorySize = memorySize
    this.output = new BoundedOutput(options.log)
    const flags = [`--max-old-space-size=${Math.max(LEAST_MEMORY, memorySize)}`]
    this.child = spawn(process.execPath, [...flags, fileURLToPath(options.handlerProcessUrl)], {
      cwd: folder,
      env: { ...environment, ...(process.versions['electron'] && { ELECTRON_RUN_AS_NODE: '1' }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A process group of its own, so that what a handler starts can be ended with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.output.write(text))
    }
    this.child.on('message', (message) => this.receive(message as FromHandler))
    this.child.on('error', (error) => this.end(`the process could not be used: ${error.message}`, onExit))
    this.child.on('exit', (code, signal) => {
      const how = signal === null ? `exit status ${code}` : `signal: ${signal}`
      this.end(`Runtime exited with error: ${how}`, onExit)
    })
  }

  /** Loads the handler; null when that went well. */
  async load({ file, exportName }: HandlerReference): Promise<FunctionError | null> {
    const message = await this.ask({ kind: 'load', file, exportName })
    return message.kind === 'failed' ? message.error : null
  }

  async invoke(event: string, context: HandlerContext): Promise<HandlerAnswer> {
    this.output.begin()
    const stopWatching = watchMemory(this.child.pid!, this.memorySize, () => this.killForMemory())
    const message = await this.ask({ kind: 'invoke', event, context })
    stopWatching()
    this.output.flush()
    if (message.kind === 'failed') return message
    return { kind: 'answered', result: message.kind === 'answered' ? JSON.parse(message.result) : null }
  }

  /** Ends the process, what it started, and the call in progress, which fails with this error. */
  kill(error: FunctionError = { errorType: 'Runtime.ExitError', errorMessage: 'the function was stopped' }): void {
    this.isDead = true
    this.killGroup()
    this.settle({ kind: 'failed', error })
  }

  private ask(message: ToHandler): Promise<FromHandler> {
    return new Promise((resolve) => {
      this.pending = resolve
      if (this.isDead) this.settle(exited('the process had ended'))
      else this.child.send(message, (error) => error && this.settle(exited(error.message)))
    })
  }

  private receive(message: FromHandler): void {
    if (message.kind === 'failed' && message.isFatal === true) this.isDead = true
    this.settle(message)
  }

  private settle(message: FromHandler): void {
    this.pending?.(message)
    this.pending = null
  }

  private end(why: string, onExit: () => void): void {
    this.isDead = true
    this.output.flush()
    this.killGroup()
    this.settle(exited(why))
    onExit()
  }

  private killForMemory(): void {
    const errorMessage = `the function used more than its memory of ${this.memorySize} MB and was stopped`
    this.kill({ errorType: 'Runtime.OutOfMemory', errorMessage })
  }

  private killGroup(): void {
    if (this.child.pid === undefined) return
    try {
      if (process.platform === 'win32') this.child.kill('SIGKILL')
      else process.kill(-this.child.pid, 'SIGKILL')
    } catch {
      // Nothing of the group is left.
    }
  }
}

function exited(errorMessage: string): FromHandler {
  return { kind: 'failed', error: { errorType: 'Runtime.ExitError', errorMessage } }
}
