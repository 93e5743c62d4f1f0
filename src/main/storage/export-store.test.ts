import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createExportStore } from './export-store'
import { temporaryFolder } from './testing/temporary-folder'

const files = [{ name: 'template.yaml', text: 'Resources: {}\n' }]
const newYear = Date.UTC(2026, 0, 1)

it('the last export of a project and a format outlives a restart', async () => {
  const dataFolder = temporaryFolder()
  const store = createExportStore({ dataFolder, now: () => newYear })
  expect(await store.last('/a', 'sam')).toBeNull()
  await store.keep('/a', 'sam', [{ name: 'old.yaml', text: 'old\n' }])
  await store.keep('/a', 'sam', files)
  const restarted = createExportStore({ dataFolder })
  expect(await restarted.last('/a', 'sam')).toEqual({ at: '2026-01-01T00:00:00.000Z', files })
  expect([await restarted.last('/b', 'sam'), await restarted.last('/a', 'cli')]).toEqual([null, null])
})

it('nobody else reads it: an export may hold the values of keys', async () => {
  const dataFolder = temporaryFolder()
  await createExportStore({ dataFolder }).keep('/a', 'cli', files)
  const [name = ''] = readdirSync(join(dataFolder, 'exports'))
  expect(statSync(join(dataFolder, 'exports', name)).mode & 0o077).toBe(0)
})

it.each(['{', '{"at":1,"files":[]}', '{"at":"x","files":[{"name":1}]}', 'null'])(
  'a broken %s counts as none',
  async (text) => {
    const dataFolder = temporaryFolder()
    const store = createExportStore({ dataFolder })
    await store.keep('/a', 'cli', files)
    const [name = ''] = readdirSync(join(dataFolder, 'exports'))
    writeFileSync(join(dataFolder, 'exports', name), text)
    expect(await store.last('/a', 'cli')).toBeNull()
  },
)

it('writes a file where it is told to', async () => {
  const path = join(temporaryFolder(), 'deep', 'template.yaml')
  await createExportStore({ dataFolder: '/nowhere' }).writeFile(path, 'text\n')
  expect(readFileSync(path, 'utf8')).toBe('text\n')
})
