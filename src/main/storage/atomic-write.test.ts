import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileAtomically, writeFileAtomically } from './atomic-write'
import { errorCode } from './error-code'
import { claimTemporaryPath, releaseTemporaryPath, removeLeftovers } from './temporary-files'
import { temporaryFolder } from './testing/temporary-folder'

const isRoot = process.getuid?.() === 0
const modeOf = (path: string): number => statSync(path).mode & 0o777

describe('writeFileAtomically', () => {
  it('writes a new file that only its owner reads, and nothing beside it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.yaml')
    await writeFileAtomically(path, 'é: 1\n')
    expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(folder)]).toEqual(['é: 1\n', 0o600, ['a.yaml']])
  })

  it('keeps the mode of the file it replaces', async () => {
    const path = join(temporaryFolder(), 'a.yaml')
    writeFileSync(path, 'old')
    chmodSync(path, 0o664)
    await writeFileAtomically(path, 'new')
    expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['new', 0o664])
  })

  it('writes through a link, which stays a link', async () => {
    const folder = temporaryFolder()
    const [real, link] = [join(folder, 'real.yaml'), join(folder, 'link.yaml')]
    writeFileSync(real, 'old')
    symlinkSync(real, link)
    await writeFileAtomically(link, 'new')
    expect([readFileSync(real, 'utf8'), lstatSync(link).isSymbolicLink()]).toEqual(['new', true])
  })

  it('leaves the old content and no temporary file when it fails', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.yaml')
    await expect(writeFileAtomically(join(path, 'below-a-file'), 'x')).rejects.toSatisfy(
      (error) => errorCode(error) === 'ENOENT',
    )
    writeFileSync(path, 'old')
    await expect(writeFileAtomically(join(path, 'below-a-file'), 'x')).rejects.toSatisfy(
      (error) => errorCode(error) === 'ENOTDIR',
    )
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.yaml']])
  })

  it.skipIf(isRoot)('does not replace a file that may not be written (skipped for root, who may)', async () => {
    const path = join(temporaryFolder(), 'a.yaml')
    writeFileSync(path, 'old', { mode: 0o400 })
    await expect(writeFileAtomically(path, 'new')).rejects.toSatisfy((error) => errorCode(error) === 'EACCES')
    expect(readFileSync(path, 'utf8')).toBe('old')
  })
})

describe('createFileAtomically', () => {
  it('never writes over a file', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.yaml')
    await createFileAtomically(path, 'first')
    await expect(createFileAtomically(path, 'second')).rejects.toSatisfy((error) => errorCode(error) === 'EEXIST')
    expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(folder)]).toEqual(['first', 0o600, ['a.yaml']])
  })

  it('lets one of many at once win', async () => {
    const path = join(temporaryFolder(), 'a.yaml')
    const outcomes = await Promise.allSettled(['1', '2', '3', '4'].map((text) => createFileAtomically(path, text)))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBe(1)
  })
})

describe('removeLeftovers', () => {
  it('removes those of dead processes and of this one, and nothing else', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.yaml')
    const inUse = claimTemporaryPath(path)
    const living = `.a.yaml.${process.ppid}-0123456789abcdef.tmp`
    const others = ['.a.yaml.tmp', '.b.yaml.999999999-0123456789abcdef.tmp', '.a.yaml.999999999-0123.tmp', 'a.yaml']
    const leftovers = ['.a.yaml.999999999-0123456789abcdef.tmp', `.a.yaml.${process.pid}-0123456789abcdef.tmp`]
    for (const name of [living, ...others, ...leftovers]) writeFileSync(join(folder, name), '')
    writeFileSync(inUse, '')
    await removeLeftovers(path)
    releaseTemporaryPath(inUse)
    expect(readdirSync(folder).sort()).toEqual([living, ...others, inUse.slice(folder.length + 1)].sort())
  })
})
