import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { builtPoolHost } from './testing/built-pool-host'
import { isAlive } from './testing/is-alive'
import { whyNoPython } from './testing/why-no-python'

const hasPython = (await whyNoPython()) === null
let handlerProcess: string
let poolHost: string
beforeAll(async () => {
  ;[handlerProcess, poolHost] = [fileURLToPath(await builtHandlerProcess()), await builtPoolHost()]
})
let host: ChildProcess | null = null
let folder: string | null = null
/** Ids of everything that the program has started. */
let started: number[] = []
afterEach(() => {
  host?.kill('SIGKILL')
  for (const pid of started.filter(isAlive)) process.kill(pid, 'SIGKILL')
  started = []
  if (folder !== null) rmSync(folder, { recursive: true })
  host = folder = null
})

/** Each loops without end once it has written its process id, and that of a process it started. */
const LOOPING = {
  'loop.mjs': `
    import { spawn } from 'node:child_process'
    import { writeFileSync } from 'node:fs'
    export const handler = () => {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      writeFileSync('pids/javascript', process.pid + ' ' + child.pid)
      for (;;);
    }`,
  'loop.py': `
import os
def handler(event, context):
    with open("pids/python", "w") as file:
        file.write(str(os.getpid()))
    while True: pass`,
}

/** Starts a program that calls the handlers. */
async function start(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-orphans-'))
  mkdirSync(join(folder, 'pids'))
  for (const [file, text] of Object.entries(LOOPING)) writeFileSync(join(folder, file), text)
  const handlers = ['./loop.mjs', ...(hasPython ? ['./loop.py'] : [])]
  host = spawn(process.execPath, [poolHost, handlerProcess, folder, ...handlers], { stdio: 'ignore' })
  await expect.poll(() => written().length, { timeout: 20_000 }).toBe(hasPython ? 3 : 2)
  started = [...new Set([...written(), ...childrenOf(host.pid!)])]
}

function written(): number[] {
  const pids = join(folder!, 'pids')
  return readdirSync(pids).flatMap((file) =>
    readFileSync(join(pids, file), 'utf8').split(' ').filter(Boolean).map(Number),
  )
}

/** What watches over the handlers is one of them. Only Linux tells. */
function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') return []
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}

describe.skipIf(process.platform === 'win32')('no handler outlives the program', () => {
  test.each([
    ['is killed', 'SIGKILL'],
    ['is ended by a signal', 'SIGTERM'],
    ['crashes', 'SIGUSR2'],
  ] as const)('when it %s while they run without end', async (_how, signal) => {
    await start()
    expect(started.every(isAlive)).toBe(true)
    host!.kill(signal)
    await expect.poll(() => started.filter(isAlive), { timeout: 10_000 }).toEqual([])
  })
})
