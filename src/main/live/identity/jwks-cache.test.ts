import { describe, expect, it } from 'vitest'
import type { KeyLookup } from '../../engine/authorizers/jwt/rsa-key'
import { FETCH_INTERVAL_MS, JwksCache, KEYS_KEPT_MS } from './jwks-cache'

const ISSUER = 'https://login.example'
const FETCH = { kind: 'fetch' }
const keys = (...kids: string[]): KeyLookup => ({ kind: 'keys', keys: kids.map((kid) => ({ kid, n: 'n', e: 'AQAB' })) })
const AWAY: KeyLookup = { kind: 'unavailable', problem: 'it is away' }

describe('JwksCache', () => {
  it('asks for a fetch at first, and no more while keys are known', () => {
    const cache = new JwksCache()
    const first = cache.find(ISSUER, 'a', 0)
    cache.keep(ISSUER, keys('a'), 0)
    expect([first, cache.find(ISSUER, 'a', KEYS_KEPT_MS - 1), cache.find(ISSUER, 'a', KEYS_KEPT_MS)]).toEqual([
      FETCH,
      keys('a'),
      FETCH,
    ])
  })

  it('asks again for a key that is not known, but not all the time', () => {
    const cache = new JwksCache()
    cache.keep(ISSUER, keys('a'), 0)
    expect([
      cache.find(ISSUER, 'b', FETCH_INTERVAL_MS - 1),
      cache.find(ISSUER, null, FETCH_INTERVAL_MS - 1),
      cache.find(ISSUER, 'b', FETCH_INTERVAL_MS),
    ]).toEqual([keys('a'), keys('a'), FETCH])
  })

  it('forgets keys that the issuer has withdrawn, once it has looked', () => {
    const cache = new JwksCache()
    cache.keep(ISSUER, keys('a', 'b'), 0)
    cache.keep(ISSUER, keys('b'), 20_000)
    expect(cache.known(ISSUER, 20_000)).toEqual(keys('b'))
  })

  it('goes by what it knows while the issuer is away, until that is too old', () => {
    const cache = new JwksCache()
    cache.keep(ISSUER, keys('a'), 0)
    cache.keep(ISSUER, AWAY, 20_000)
    expect([
      cache.find(ISSUER, 'b', 20_001),
      cache.find(ISSUER, 'a', KEYS_KEPT_MS - 1),
      cache.known(ISSUER, KEYS_KEPT_MS),
    ]).toEqual([keys('a'), keys('a'), AWAY])
  })

  it('does not try all the time to reach an issuer that it never reached', () => {
    const cache = new JwksCache()
    cache.keep(ISSUER, AWAY, 0)
    expect([cache.find(ISSUER, 'a', FETCH_INTERVAL_MS - 1), cache.find(ISSUER, 'a', FETCH_INTERVAL_MS)]).toEqual([
      AWAY,
      FETCH,
    ])
  })

  it('keeps issuers apart', () => {
    const cache = new JwksCache()
    cache.keep(ISSUER, keys('a'), 0)
    expect([cache.find(`${ISSUER}/`, 'a', 0), cache.known('__proto__', 0)]).toEqual([
      FETCH,
      { kind: 'unavailable', problem: 'the keys of "__proto__" were never fetched' },
    ])
  })
})
