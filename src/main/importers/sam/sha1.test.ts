import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha1Hex } from './sha1'

describe('sha1Hex', () => {
  it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000])(
    'agrees with another implementation on %i letters',
    (length) => {
      const text = 'abcdefghijk'.repeat(100).slice(0, length)
      expect(sha1Hex(text)).toBe(createHash('sha1').update(text).digest('hex'))
    },
  )

  it('counts letters of all lengths in UTF-8', () => {
    const text = 'a é € 😀'
    expect(sha1Hex(text)).toBe(createHash('sha1').update(text).digest('hex'))
  })
})
