import type { ChildProcess } from 'node:child_process'
import { BoundedOutput } from './bounded-output'
import { lineChannel, type HandlerChannel } from './handler-channel'
import type { HandlerLaunch } from './handler-launch'
import type { FromHandler, FunctionError, HandlerContext, ToHandler } from './handler-messages'
import { watchMemory } from './memory-watch'
import { readAnswer } from './read-answer'
import { childProcessModule } from '../late-modules'

/** What a handler's process is started with. */
export interface HandlerProcessOptions {
  readonly launch: HandlerLaunch
  /** MB. */
  readonly memorySize: number
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
  /** Told of what the handler prints, line by line. */
  readonly log: (line: string) => void
}

/** What a process loads before it is called. */
export type HandlerCode = Omit<Extract<ToHandler, { kind: 'load' }>, 'kind'>

/** How a call ended. */
export type HandlerAnswer =
  | {
      readonly kind: 'answered'
      readonly result: unknown
      /** The payload as the function's runtime wrote it, where the caller asked for it. */
      readonly text?: string
    }
  | { readonly kind: 'failed'; readonly error: FunctionError }

/**
 * One process that runs one handler, a call at a time. It has the function's own environment, no standard input of ours and no handles;
 * its whole process group ends with it.
 */
export class HandlerProcess {
  isDead = false
  /** The most that it ever took, as far as is known. */
  memoryBytes = 0
  private readonly child: ChildProcess
  private readonly channel: HandlerChannel
  private readonly output: BoundedOutput
  private readonly memorySize: number
  private readonly memoryLimit: number
  private pending: ((message: FromHandler) => void) | null = null

  constructor(options: HandlerProcessOptions, onExit: () => void) {
    const { launch, memorySize, environment, folder } = options
    this.memorySize = memorySize
    this.memoryLimit = memorySize + launch.overhead
    this.output = new BoundedOutput(options.log)
    this.child = childProcessModule().spawn(launch.command, launch.arguments, {
      cwd: folder,
      env: { ...environment, ...launch.environment },
      stdio: [...launch.stdio],
      // A process group of its own, so that what a handler starts can be ended with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    this.channel = lineChannel(launch.pipesOf(this.child), (message) => this.receive(readAnswer(message)))
    for (const stream of this.channel.prints) {
      stream.setEncoding('utf8').on('data', (text: string) => this.output.write(text))
    }
    this.child.on('error', (error) => this.end(`the process could not be used: ${error.message}`, onExit))
    this.child.on('exit', (code, signal) => {
      const how = signal === null ? `exit status ${code}` : `signal: ${signal}`
      this.end(`Runtime exited with error: ${how}`, onExit)
    })
  }

  /** Undefined when the process could not be started. */
  get pid(): number | undefined {
    return this.child.pid
  }

  /** Loads the handler; null when that went well. */
  async load(code: HandlerCode): Promise<FunctionError | null> {
    const message = await this.ask({ kind: 'load', ...code })
    return message.kind === 'failed' ? message.error : null
  }

  async invoke(event: string, context: HandlerContext, keepsText = false): Promise<HandlerAnswer> {
    this.output.begin()
    const message = await this.ask({ kind: 'invoke', event, context })
    if (message.kind === 'failed') return { kind: 'failed', error: message.error }
    if (message.kind !== 'answered') return { kind: 'answered', result: null }
    const answer = answerOf(message.result)
    return keepsText && answer.kind === 'answered' ? { ...answer, text: message.result } : answer
  }

  /** Ends the process, what it started, and the call in progress, which fails with this error. */
  kill(error: FunctionError = { errorType: 'Runtime.ExitError', errorMessage: 'the function was stopped' }): void {
    this.isDead = true
    this.killGroup()
    this.settle({ kind: 'failed', error })
  }

  private async ask(message: ToHandler): Promise<FromHandler> {
    const watch = this.pid === undefined ? null : watchMemory(this.pid, this.memoryLimit, () => this.killForMemory())
    const answer = await new Promise<FromHandler>((resolve) => {
      this.pending = resolve
      if (this.isDead) this.settle(exited('the process had ended'))
      else this.channel.send(message, (error) => this.settle(exited(error.message)))
    })
    const said = answer.kind === 'loaded' ? 0 : (answer.memoryBytes ?? 0)
    this.memoryBytes = Math.max(this.memoryBytes, watch?.stop() ?? 0, said)
    await printed()
    this.output.flush()
    return answer
  }

  private receive(message: FromHandler): void {
    if (message.kind === 'failed' && message.isFatal === true) {
      this.isDead = true
      this.killGroup()
    }
    this.settle(message)
  }

  private settle(message: FromHandler): void {
    this.pending?.(message)
    this.pending = null
  }

  private end(why: string, onExit: () => void): void {
    this.isDead = true
    this.killGroup()
    this.settle(exited(why))
    void printed().then(() => this.output.flush())
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

/**
 * Until what a process had printed before it answered has been read: it is in our hands by now, but the answer came another way. A round
 * of the event loop reads all that is there.
 */
async function printed(): Promise<void> {
  for (let round = 0; round < 2; round++) await new Promise((go) => setImmediate(go))
}

function answerOf(result: string): HandlerAnswer {
  try {
    return { kind: 'answered', result: JSON.parse(result) as unknown }
  } catch {
    const errorMessage = 'Unable to read the response: it is not JSON'
    return { kind: 'failed', error: { errorType: 'Runtime.MarshalError', errorMessage } }
  }
}

function exited(errorMessage: string): FromHandler {
  return { kind: 'failed', error: { errorType: 'Runtime.ExitError', errorMessage } }
}
