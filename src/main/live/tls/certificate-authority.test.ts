import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../storage/testing/temporary-folder'
import { isWornOut, memoryAuthorityStore, openAuthority } from './certificate-authority'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const DAY_MS = 86_400_000
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe('a certificate authority', () => {
  it('is the same each time it is opened, and may sign but nothing else', async () => {
    const store = memoryAuthorityStore('ca.pem')
    const [first, second] = [await openAuthority(store, NOW), await openAuthority(store, NOW)]
    const parsed = new X509Certificate(first.certificate)
    expect([
      first.certificate === second.certificate,
      parsed.ca,
      parsed.subject,
      parsed.validFrom,
      parsed.validTo,
    ]).toEqual([
      true,
      true,
      'CN=Gatewright local authority 2026-03-01',
      'Mar  1 11:00:00 2026 GMT',
      'Feb 27 12:00:00 2036 GMT',
    ])
  })

  it('signs for names and addresses, for 90 days', async () => {
    const authority = await openAuthority(memoryAuthorityStore('ca.pem'), NOW)
    const leaf = authority.issueLeaf(['api.example.com', '*.example.org', '127.0.0.1', '::1'], NOW)
    const parsed = new X509Certificate(leaf.certificate)
    const { publicKey } = new X509Certificate(authority.certificate)
    expect([parsed.verify(publicKey), parsed.ca, parsed.subjectAltName, parsed.validTo, leaf.notAfter - NOW]).toEqual([
      true,
      false,
      'DNS:api.example.com, DNS:*.example.org, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
      'May 30 12:00:00 2026 GMT',
      90 * DAY_MS,
    ])
  })

  it('tells which leaves have less than a third of their time left', async () => {
    const authority = await openAuthority(memoryAuthorityStore('ca.pem'), NOW)
    const leaf = authority.issueLeaf(['localhost'], NOW)
    expect([59, 60, 61].map((days) => isWornOut(leaf, NOW + days * DAY_MS))).toEqual([false, false, true])
  })

  it('is made anew when the kept one is broken or ends soon', async () => {
    const store = memoryAuthorityStore('ca.pem')
    const first = await openAuthority(store, NOW)
    const kept = await store.read()
    const later = await openAuthority(store, NOW + 3600 * DAY_MS)
    await store.replace({ key: 'no key', certificate: kept!.certificate })
    const mended = await openAuthority(store, NOW)
    expect(new Set([first.certificate, later.certificate, mended.certificate]).size).toBe(3)
  })

  it.skipIf(!hasOpenssl)('is understood by openssl, which is skipped where there is none', async () => {
    const folder = temporaryFolder()
    const authority = await openAuthority(memoryAuthorityStore('ca.pem'), Date.now())
    const leaf = authority.issueLeaf(['api.example.com', '::1'], Date.now())
    writeFileSync(join(folder, 'ca.pem'), authority.certificate)
    writeFileSync(join(folder, 'leaf.pem'), leaf.certificate)
    const checks = ['-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'api.example.com', '-CAfile', 'ca.pem']
    const verified = execFileSync('openssl', ['verify', ...checks, 'leaf.pem'], { cwd: folder, encoding: 'utf8' })
    expect(verified).toBe('leaf.pem: OK\n')
  })
})
