import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 200
/** A lock without a process id in it is being written, or its writer was killed at that very moment. */
const UNSIGNED_FOR_MS = 10_000

/** Runs `work` while no other process holds the same lock, so that two commands started at once do not install or build twice. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true })
  while (!tryToTake(file)) await sleep(POLL_MS)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function tryToTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isHeld(file)) rmSync(file, { force: true })
    return false
  }
}

function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder === 0) return Date.now() - statSync(file).mtimeMs < UNSIGNED_FOR_MS
    process.kill(holder, 0)
    return true
  } catch (error) {
    // EPERM: alive, but somebody else's. ENOENT: released this moment.
    return error.code === 'EPERM'
  }
}
