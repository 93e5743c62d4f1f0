import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPoolKeyFiles } from './pool-key-files'
import { temporaryFolder } from './testing/temporary-folder'

const KEYS = { keys: [1] }
const OTHER = { keys: [2] }

describe('createPoolKeyFiles', () => {
  it('keeps what came first, until it is replaced', async () => {
    const dataFolder = temporaryFolder()
    const files = createPoolKeyFiles(dataFolder)
    const before = await files.read('a')
    await files.add('a', KEYS)
    await files.add('a', OTHER)
    const added = await createPoolKeyFiles(dataFolder).read('a')
    await files.replace('a', OTHER)
    expect([before, added, await files.read('a')]).toEqual([null, KEYS, OTHER])
  })

  it('keeps pools apart, whatever their ids are, in files that only their owner reads', async () => {
    const dataFolder = temporaryFolder()
    const files = createPoolKeyFiles(dataFolder)
    const ids = ['us-east-1_a', 'us-east-1_A', '../../outside', 'con', `a\u0000b`]
    for (const id of ids) await files.add(id, { id })
    const names = readdirSync(join(dataFolder, 'identity'))
    const modes = names.map((name) => statSync(join(dataFolder, 'identity', name)).mode & 0o777)
    expect([await Promise.all(ids.map((id) => files.read(id))), names.length, readdirSync(dataFolder)]).toEqual([
      ids.map((id) => ({ id })),
      ids.length,
      ['identity'],
    ])
    expect(process.platform === 'win32' || modes.every((mode) => mode === 0o600)).toBe(true)
  })

  it('takes a damaged file for none', async () => {
    const dataFolder = temporaryFolder()
    const files = createPoolKeyFiles(dataFolder)
    await files.add('a', KEYS)
    const [name = ''] = readdirSync(join(dataFolder, 'identity'))
    writeFileSync(join(dataFolder, 'identity', name), '{"keys":')
    const damaged = await files.read('a')
    await files.replace('a', OTHER)
    expect([damaged, await files.read('a')]).toEqual([null, OTHER])
  })
})
