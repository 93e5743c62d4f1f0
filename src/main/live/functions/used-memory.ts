import { readFileSync } from 'node:fs'

/** The most bytes that this process has had in memory at once. */
export function usedMemory(): number {
  // Linux counts what the process was before it became Node into its own figure, so the kernel is asked.
  const peak = process.platform === 'linux' ? peakOf(statusText()) : 0
  return peak === 0 ? process.resourceUsage().maxRSS * 1024 : peak
}

function statusText(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8')
  } catch {
    return ''
  }
}

function peakOf(status: string): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
}
