import { readFile } from 'node:fs/promises'

const INTERVAL_MS = 100
const PAGE_BYTES = 4096
/** What Node itself needs beside the function's own memory. */
const OVERHEAD_BYTES = 160 * 1024 * 1024

/**
 * Calls `onExceeded` when a process takes more than its function's memory (in MB); returns how to stop watching. V8's own limit bounds
 * the heap only, this one also buffers. Only Linux tells a process's memory without help; elsewhere the heap limit is all there is.
 */
export function watchMemory(pid: number, memorySize: number, onExceeded: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined
  const limit = memorySize * 1024 * 1024 + OVERHEAD_BYTES
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      if (bytes > limit) onExceeded()
    })
  }, INTERVAL_MS)
  return () => clearInterval(timer)
}

/** 0 when the process is gone. */
async function residentBytes(pid: number): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]
    return Number(pages) * PAGE_BYTES
  } catch {
    return 0
  }
}
