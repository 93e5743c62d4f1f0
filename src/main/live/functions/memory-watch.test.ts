import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { readerFor, watchMemory } from './memory-watch'

const own = process.memoryUsage().rss

test.skipIf(process.platform === 'win32').each(['linux', 'darwin'] as const)(
  'knows what memory a process takes, and 0 for one that is gone (as on %s)',
  async (platform) => {
    if (platform === 'linux' && process.platform !== 'linux') return
    const { read } = readerFor(platform)
    const bytes = await read(process.pid)
    expect([bytes > own / 4, bytes < own * 4, await read(2 ** 22 + 1)]).toEqual([true, true, 0])
  },
)

test.skipIf(process.platform === 'win32')(
  'tells once that a process takes too much, and how much it took',
  async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    let times = 0
    const stopped = await new Promise<number>((resolve) => {
      const watch = watchMemory(child.pid!, 5, () => {
        times++
        setTimeout(() => resolve(watch.stop()), 250)
      })
    })
    child.kill('SIGKILL')
    expect([times, stopped > 5 * 1024 * 1024]).toEqual([1, true])
  },
)
