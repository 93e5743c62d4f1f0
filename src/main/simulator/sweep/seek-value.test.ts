import { describe, expect, it } from 'vitest'
import { seekValue } from './seek-value'

/** Holds from this value on. */
const from = (threshold: number) => async (value: number) => ({ actual: [value], holds: value >= threshold })

describe('seekValue', () => {
  it.each(Array.from({ length: 41 }, (_, at) => at - 20))('finds %d between -20 and 20', async (threshold) => {
    const { value, tried } = await seekValue({ from: -20, to: 20 }, from(threshold))
    expect(value).toBe(threshold)
    expect(tried.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(40)))
    expect(new Set(tried.map((trial) => trial.value)).size).toBe(tried.length)
  })

  it('is null, after one trial, when not even the largest holds', async () => {
    expect(await seekValue({ from: 1, to: 9 }, from(10))).toEqual({
      value: null,
      tried: [{ value: 9, actual: [9], holds: false }],
    })
  })

  it('goes in steps as fine as the ends are written', async () => {
    expect((await seekValue({ from: 0.25, to: 3 }, from(1.337))).value).toBe(1.34)
    expect((await seekValue({ from: 0, to: 0.001 }, from(0.0004))).value).toBe(0.001)
    expect((await seekValue({ from: 1, to: 1_000_000_000 }, from(123_456_789))).value).toBe(123_456_789)
  })

  it('asks once where both ends are the same', async () => {
    expect((await seekValue({ from: 5, to: 5 }, from(5))).tried.length).toBe(1)
  })

  it('fails with what a trial fails with', async () => {
    const failing = seekValue({ from: 1, to: 2 }, () => Promise.reject(new Error('gone')))
    await expect(failing).rejects.toThrow('gone')
  })
})
