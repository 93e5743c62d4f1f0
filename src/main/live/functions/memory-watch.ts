import { readFile } from 'node:fs/promises'
import { childProcessModule } from '../late-modules'

const MEGABYTE = 1024 * 1024

/** A process being watched. */
export interface MemoryWatch {
  /** Ends it; the most bytes that were seen. */
  stop(): number
}

/**
 * Calls `onExceeded` once when a process takes more than `limit` MB. V8's own limit bounds the heap only, this one also buffers, and all
 * of Python. Not on Windows, where there is no quick way to know.
 */
export function watchMemory(pid: number, limit: number, onExceeded: () => void): MemoryWatch {
  const { read, interval } = readerFor(process.platform)
  let isStopped = false
  let most = 0
  const look = async (): Promise<void> => {
    const bytes = await read(pid)
    if (isStopped) return
    most = Math.max(most, bytes)
    if (bytes <= limit * MEGABYTE) return
    isStopped = true
    clearInterval(timer)
    onExceeded()
  }
  const timer = setInterval(() => void look(), interval)
  return {
    stop: () => {
      isStopped = true
      clearInterval(timer)
      return most
    },
  }
}

interface MemoryReader {
  /** Bytes in memory; 0 for a process that is gone. */
  readonly read: (pid: number) => Promise<number>
  /** Milliseconds between two looks. */
  readonly interval: number
}

/** How a system tells what memory a process takes. */
export function readerFor(platform: NodeJS.Platform): MemoryReader {
  if (platform === 'linux') return { read: bytesFromProc, interval: 100 }
  if (platform === 'win32') return { read: () => Promise.resolve(0), interval: 60_000 }
  return { read: bytesFromPs, interval: 500 }
}

async function bytesFromProc(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
}

function bytesFromPs(pid: number): Promise<number> {
  return new Promise((resolve) => {
    childProcessModule().execFile('ps', ['-o', 'rss=', '-p', String(pid)], (_, stdout) =>
      resolve((Number(stdout.trim()) || 0) * 1024),
    )
  })
}
