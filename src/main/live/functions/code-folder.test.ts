import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CodeFolder } from './code-folder'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'gatewright-code-'))
})
afterEach(() => rmSync(base, { recursive: true }))

test('writes into the cache, whole and for its owner only, and leaves it there', async () => {
  const folder = new CodeFolder(join(base, 'cache'))
  const path = await folder.write('a.mjs', 'one')
  await folder.write('a.mjs', 'two')
  folder.clear()
  expect([path, readFileSync(path, 'utf8'), readdirSync(dirname(path))]).toEqual([
    join(base, 'cache/handlers/a.mjs'),
    'two',
    ['a.mjs'],
  ])
  if (process.platform !== 'win32') expect(statSync(dirname(path)).mode & 0o077).toBe(0)
})

test.each(['no cache', 'a cache that cannot be written'])(
  'with %s writes into a folder that it removes',
  async (what) => {
    writeFileSync(join(base, 'file'), '')
    const folder = new CodeFolder(what === 'no cache' ? null : join(base, 'file'))
    const [one, two] = [await folder.write('a.mjs', 'one'), await folder.write('b.mjs', 'two')]
    expect([dirname(one) === dirname(two), one.startsWith(tmpdir()), readFileSync(two, 'utf8')]).toEqual([
      true,
      true,
      'two',
    ])
    folder.clear()
    expect(existsSync(dirname(one))).toBe(false)
  },
)
