import { existsSync, readFileSync } from 'node:fs'

/** A process that has ended but that nobody has asked about counts as gone. */
export function isAlive(pid: number): boolean {
  const path = `/proc/${pid}/stat`
  if (existsSync('/proc/self')) return !/\) [ZX] |^$/.test(statOf(path))
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Empty for a process that is gone. */
function statOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
