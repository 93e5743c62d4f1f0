import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FunctionBinding } from '../function-binding'
import type { FunctionLogLine } from '../function-log'
import { HandlerPool, type InvocationResult } from '../handler-pool'

/** A pool with a folder of its own for handlers, and what their logs say. */
export interface PoolSample {
  readonly pool: HandlerPool
  /** Symbolic links resolved. */
  readonly folder: string
  readonly cacheFolder: string
  readonly lines: readonly FunctionLogLine[]
  write(file: string, text: string): void
  /** Calls the function; what the caller gives up with `signal`. */
  call(event?: unknown, signal?: AbortSignal): Promise<InvocationResult>
  /** What the function returned; fails when it did not return. */
  resultOf(event?: unknown): Promise<unknown>
  /** Lines of the log that the function printed itself. */
  printed(): string[]
  close(): void
}

export interface PoolSampleOptions {
  readonly handlerProcessUrl: URL
  /** Path -> text. */
  readonly files: Readonly<Record<string, string>>
  /** "./f.ts#handler" when absent. */
  readonly handler?: string
  readonly binding?: Partial<FunctionBinding>
}

/** Test set-up: a pool that runs one function, named "f". Its calls have the ids "request-1", "request-2", ... */
export function poolSample({ handlerProcessUrl, files, handler, binding }: PoolSampleOptions): PoolSample {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'gatewright-pool-')))
  const [folder, cacheFolder] = [join(base, 'project'), join(base, 'cache')]
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  mkdirSync(folder)
  for (const [file, text] of Object.entries(files)) write(file, text)
  const lines: FunctionLogLine[] = []
  const pool = new HandlerPool({
    handlerProcessUrl,
    folder,
    handlersAnywhere: false,
    cacheFolder,
    region: 'us-east-1',
    log: (line) => lines.push(line),
  })
  const whole: FunctionBinding = {
    name: 'f',
    arn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
    handler: handler ?? './f.ts#handler',
    timeLimit: 20_000,
    memorySize: 128,
    reservedConcurrency: null,
    environment: {},
    ...binding,
  }
  let calls = 0
  const call = (event: unknown = {}, signal = new AbortController().signal): Promise<InvocationResult> =>
    pool.invoke({ binding: whole, event, requestId: `request-${++calls}`, callerLimit: 20_000 }, signal)
  return {
    pool,
    folder,
    cacheFolder,
    lines,
    write,
    call,
    resultOf: async (event) => {
      const outcome = await call(event)
      if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome))
      return outcome.result
    },
    printed: () => lines.flatMap(({ from, text }) => (from === 'function' ? [text] : [])),
    close: () => {
      pool.stop()
      rmSync(base, { recursive: true, force: true })
    },
  }
}
