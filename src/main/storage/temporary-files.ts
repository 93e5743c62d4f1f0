import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Those of this process that are being written right now. */
const inUse = new Set<string>()

/** ".orders.gatewright.yaml.4711-9f86d081884c7d65.tmp", beside the file it will replace, so that a rename is atomic. */
export function claimTemporaryPath(path: string): string {
  const name = `.${basename(path)}.${process.pid}-${randomBytes(8).toString('hex')}.tmp`
  const temporary = join(dirname(path), name)
  inUse.add(temporary)
  return temporary
}

export function releaseTemporaryPath(temporary: string): void {
  inUse.delete(temporary)
}

/** Remove what saves of this file left behind when their process was killed. Files of living processes stay. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path)
  const start = `.${basename(path)}.`
  const names = await readdir(folder)
  const leftovers = names.filter(
    (name) => name.startsWith(start) && isLeftover(join(folder, name), name.slice(start.length)),
  )
  // Another process may be cleaning up too, and a folder may be read-only: neither keeps a project from opening.
  await Promise.allSettled(leftovers.map((name) => rm(join(folder, name), { force: true })))
}

function isLeftover(path: string, rest: string): boolean {
  const pid = /^(\d+)-[0-9a-f]{16}\.tmp$/.exec(rest)?.[1]
  if (pid === undefined) return false
  return Number(pid) === process.pid ? !inUse.has(path) : !isAlive(Number(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
