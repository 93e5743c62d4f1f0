import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

let folder
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'gatewright-lock-'))))
afterAll(() => rmSync(folder, { recursive: true }))

test('two holders of one lock never work at the same time', async () => {
  const file = join(folder, 'shared')
  const log = []
  const work = (name) => async () => {
    log.push(`${name} begins`)
    await Promise.resolve()
    log.push(`${name} ends`)
  }
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('the lock of a process that no longer exists is taken over', async () => {
  const file = join(folder, 'abandoned')
  writeFileSync(file, '2147483646')
  expect(await withLock(file, async () => readFileSync(file, 'utf8'))).toBe(String(process.pid))
})

test('the lock is released when the work fails', async () => {
  const file = join(folder, 'failing')
  const work = () => Promise.reject(new Error('no'))
  await expect(withLock(file, work)).rejects.toThrow('no')
  expect(existsSync(file)).toBe(false)
})
