import { describe, expect, test } from 'vitest'
import { memoryAuthorityStore, openAuthority } from './certificate-authority'
import { ServerCertificates } from './server-certificates'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const DAY_MS = 86_400_000

async function certificates() {
  let now = NOW
  const authority = await openAuthority(memoryAuthorityStore('ca.pem'), NOW)
  const made = new ServerCertificates(authority, () => now, '127.0.0.1')
  made.serve(new Map([['api.example.com', null]]))
  return { made, pass: (days: number) => (now += days * DAY_MS) }
}

describe('certificates of a gateway', () => {
  test('are made once, and again before they end', async () => {
    const { made, pass } = await certificates()
    const [first, own] = [made.contextOf('API.example.com'), made.ofOwnNames()]
    const same = [made.contextOf('api.example.com') === first, made.ofOwnNames() === own, made.isWorn()]
    pass(61)
    expect(made.isWorn()).toBe(true)
    const renewed = [made.contextOf('api.example.com') === first, made.ofOwnNames() === own, made.isWorn()]
    expect([same, renewed]).toEqual([
      [true, true, false],
      [false, false, false],
    ])
    expect(made.ofOwnNames().notAfter).toBe(NOW + 151 * DAY_MS)
  })

  test('of hosts that are not known are the one of the own names', async () => {
    const { made } = await certificates()
    expect(made.contextOf('evil.example')).toBe(made.contextOf('other.example'))
  })

  test('know whose clients are asked for theirs', async () => {
    const { made } = await certificates()
    made.serve(
      new Map([
        ['api.example.com', null],
        ['mutual.example.com', { kind: 'unusable', problem: 'missing' }],
      ]),
    )
    expect(['API.example.com', 'Mutual.example.com', 'evil.example'].map((name) => made.isMutual(name))).toEqual([
      false,
      true,
      false,
    ])
  })
})
