import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAuthorityFiles } from './authority-files'
import { temporaryFolder } from './testing/temporary-folder'

const pem = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`
const authority = (body: string) => ({ key: pem('PRIVATE KEY', body), certificate: pem('CERTIFICATE', body) })

describe('the files of the authority', () => {
  it('keep the first authority that is added', async () => {
    const folder = temporaryFolder()
    const first = createAuthorityFiles(folder)
    const second = createAuthorityFiles(folder)
    const kept = [await first.read(), await first.add(authority('one')), await second.add(authority('two'))]
    expect(kept).toEqual([null, authority('one'), authority('one')])
  })

  it('let only their owner read the key, and everybody the certificate', async () => {
    const folder = temporaryFolder()
    const files = createAuthorityFiles(folder)
    await files.add(authority('one'))
    await files.replace(authority('two'))
    const modes = readdirSync(join(folder, 'tls')).map((name) => [
      name,
      (statSync(join(folder, 'tls', name)).mode & 0o777).toString(8),
    ])
    expect(modes.sort()).toEqual([
      ['authority.pem', '600'],
      ['ca.pem', '644'],
    ])
    expect(readFileSync(files.certificatePath, 'utf8')).toBe(authority('two').certificate)
  })

  it('write the certificate again when it was lost', async () => {
    const files = createAuthorityFiles(temporaryFolder())
    await files.add(authority('one'))
    rmSync(files.certificatePath)
    await files.read()
    expect(readFileSync(files.certificatePath, 'utf8')).toBe(authority('one').certificate)
  })

  it('count as absent when they hold something else', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'tls'))
    writeFileSync(join(folder, 'tls', 'authority.pem'), 'nothing')
    expect(await createAuthorityFiles(folder).read()).toBeNull()
  })
})
