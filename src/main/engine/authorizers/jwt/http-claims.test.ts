import { describe, expect, it } from 'vitest'
import { httpClaims } from './http-claims'

describe('httpClaims', () => {
  it('writes every claim as text, lists as Go does, and leaves null out', () => {
    const claims = JSON.parse(
      '{"sub":"u1","exp":9999999999,"ok":true,"none":null,"groups":["admin","power user"],"mixed":[1,["a"],false],' +
        '"address":{"city":"Ulm"},"__proto__":{"admin":true}}',
    ) as Record<string, unknown>
    expect(Object.entries(httpClaims(claims))).toEqual([
      ['sub', 'u1'],
      ['exp', '9999999999'],
      ['ok', 'true'],
      ['groups', '[admin power user]'],
      ['mixed', '[1 [a] false]'],
      ['address', '{"city":"Ulm"}'],
      ['__proto__', '{"admin":true}'],
    ])
  })
})
