import { describe, expect, it } from 'vitest'
import { withinTime } from './within-time'

describe('withinTime', () => {
  it('gives what the function gives', () => {
    expect([withinTime(1000, () => 5), withinTime(1000, () => undefined)]).toEqual([{ value: 5 }, { value: undefined }])
  })

  it('lets through what it throws', () => {
    const problem = new RangeError('too far')
    expect(() =>
      withinTime(1000, () => {
        throw problem
      }),
    ).toThrow(problem)
  })

  it('ends what never would, and runs the next', () => {
    const endless = withinTime(20, () => {
      for (;;);
    })
    expect([endless, withinTime(1000, () => 'next')]).toEqual([null, { value: 'next' }])
  })

  it('ends what catches everything', () => {
    const stubborn = (): never => {
      for (;;) {
        try {
          stubborn()
        } catch {
          continue
        }
      }
    }
    expect(withinTime(20, stubborn)).toBe(null)
  })
})
