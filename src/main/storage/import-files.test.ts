import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFilesIn } from './import-files'
import { temporaryFolder } from './testing/temporary-folder'

function project(): string {
  const outer = temporaryFolder()
  const folder = join(outer, 'project')
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(join(folder, 'openapi.yaml'), 'openapi: 3.0.1')
  writeFileSync(join(folder, 'src', 'app.mjs'), 'export {}')
  writeFileSync(join(outer, 'secret.txt'), 'secret')
  symlinkSync(join(outer, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(outer, join(folder, 'up'))
  symlinkSync(join(folder, 'src'), join(folder, 'code'))
  return folder
}

describe('importFilesIn', () => {
  it('reads files of the folder and below it', () => {
    const files = importFilesIn(project())
    const texts = ['openapi.yaml', './src/app.mjs', 'code/app.mjs'].map((name) => {
      const bytes = files.read(name)
      return [files.has(name), bytes && new TextDecoder().decode(bytes)]
    })
    expect(texts).toEqual([
      [true, 'openapi: 3.0.1'],
      [true, 'export {}'],
      [true, 'export {}'],
    ])
  })

  it.each([
    '../secret.txt',
    'src/../../secret.txt',
    'link.txt',
    'up/secret.txt',
    '/etc/hostname',
    '',
    '.',
    'src',
    'gone',
    'a\0b',
  ])('finds nothing under %j', (name) => {
    const files = importFilesIn(project())
    expect([files.has(name), files.read(name)]).toEqual([false, null])
  })

  it('leaves files of more than 32 MB out', () => {
    const folder = project()
    writeFileSync(join(folder, 'large.json'), '')
    truncateSync(join(folder, 'large.json'), 32 * 1024 * 1024 + 1)
    const files = importFilesIn(folder)
    expect([files.has('large.json'), files.read('large.json')]).toEqual([false, null])
  })
})
