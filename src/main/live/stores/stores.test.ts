import { describe, expect, test } from 'vitest'
import { ABSENT, UNKNOWN_KEY } from '../../engine/flight'
import { AuthorizerResults } from '../../engine/state/authorizer-results'
import { ResponseCache } from '../../engine/state/response-cache'
import { ALLOW } from '../../engine/effect'
import { ApiKeyIndex } from './api-key-index'
import { digestOf } from './digest'
import { Identities } from './identities'
import { Interner } from './interner'
import { ResponseStore } from './response-store'

const LABEL = { apiName: 'Sample', stage: 'prod', owner: 'GET /', key: '' }

describe('the interner', () => {
  test('gives a string the same slot while it is remembered, and the oldest slot to a new one', () => {
    const evicted: number[] = []
    const interner = new Interner(2, (slot) => evicted.push(slot))
    const use = (text: string): number => {
      const slot = interner.hold(text)
      interner.release(slot)
      return slot
    }
    expect([use('a'), use('b'), use('a'), use('c'), use('a'), use('b')]).toEqual([0, 1, 0, 1, 0, 1])
    expect([evicted, interner.size]).toEqual([[1, 1], 2])
  })

  test('never takes a slot from a request in progress', () => {
    const interner = new Interner(2, () => undefined)
    const held = interner.hold('a')
    interner.release(interner.hold('b'))
    expect([interner.hold('c'), interner.hold('d'), interner.hold('a')]).toEqual([1, ABSENT, held])
  })
})

describe('identities', () => {
  test('forget the result of a caller whose slot another one gets', () => {
    const timing = new AuthorizerResults(1)
    const identities = new Identities(timing, 1)
    const result = {
      kind: 'valid' as const,
      principalId: 'ana',
      policy: { Statement: [] },
      context: {},
      hasUnusableContext: false,
      usageIdentifierKey: null,
    }
    const slot = identities.hold(0, ['ana'])
    identities.keep(slot, result, LABEL)
    timing.store(slot, ALLOW, ABSENT, 0, 1000)
    identities.release(slot)
    expect([identities.hold(0, ['bob']), identities.result(slot), timing.has(slot, 1)]).toEqual([
      slot,
      undefined,
      false,
    ])
  })

  test('tell authorizers apart, and values that look alike when joined', () => {
    const identities = new Identities(new AuthorizerResults(10), 10)
    const slots = [
      identities.hold(0, ['a', 'b']),
      identities.hold(1, ['a', 'b']),
      identities.hold(0, ['a,b']),
      identities.hold(0, ['a', 'b']),
    ]
    expect(slots).toEqual([0, 1, 2, 0])
  })
})

describe('the response store', () => {
  const answer = (bytes: number) => ({ status: 200, headers: [], body: Buffer.alloc(bytes) })

  test('frees the body of an entry that the cache evicts', () => {
    const cache = new ResponseCache(10, 100, 50)
    const store = new ResponseStore([cache], 10)
    for (const slot of [0, 1, 2]) {
      cache.store(slot, 50, 0, 1000)
      store.put(0, slot, answer(50), LABEL)
    }
    expect([store.answer(0), store.answer(1)?.body.length, store.answer(2)?.body.length, store.usedBytes]).toEqual([
      undefined,
      50,
      50,
      100,
    ])
  })

  test('drops the oldest entries rather than take more memory than it may', () => {
    const cache = new ResponseCache(10, 1000, 50)
    const store = new ResponseStore([cache], 10, 100)
    for (const slot of [0, 1, 2]) {
      cache.store(slot, 50, 0, 1000)
      store.put(0, slot, answer(50), LABEL)
    }
    expect([cache.has(0, 1), cache.has(1, 1), store.usedBytes]).toEqual([false, true, 100])
  })

  test('forgets what was kept for a key whose slot another one gets', () => {
    const cache = new ResponseCache(1, 1000, 50)
    const store = new ResponseStore([cache], 1)
    const slot = store.hold(0, ['a'])
    cache.store(slot, 5, 0, 1000)
    store.put(0, slot, answer(5), LABEL)
    store.release(slot)
    expect([store.hold(0, ['b']), cache.has(slot, 1), store.answer(slot)]).toEqual([slot, false, undefined])
  })
})

test('API keys are found by their whole value only', () => {
  const index = new ApiKeyIndex([
    { id: 'k1', name: 'one', enabled: true, value: 'abc' },
    { id: 'k2', name: 'two', enabled: false, value: 'abcd' },
  ])
  expect(['abc', 'abcd', 'ab', 'abc ', ''].map((value) => index.indexOf(value))).toEqual([
    0,
    1,
    UNKNOWN_KEY,
    UNKNOWN_KEY,
    UNKNOWN_KEY,
  ])
})

test('a digest tells absent from empty, and one value from two', () => {
  const digests = [[null], [''], [], [['a', 'b']], ['a', 'b'], ['ab']].map(digestOf)
  expect(new Set(digests).size).toBe(digests.length)
})
