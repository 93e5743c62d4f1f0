import { describe, expect, it } from 'vitest'
import { roundRateAbove } from './round-rates'
import { cheapSmallestStep, smallestStep } from './smallest-step'

function counted(threshold: number) {
  const asked: number[] = []
  const passes = async (step: number): Promise<boolean> => {
    asked.push(step)
    return step >= threshold
  }
  return { asked, passes }
}

describe('smallestStep', () => {
  it('asks twice where the guess is right: it passes, the one before does not', async () => {
    const { asked, passes } = counted(13)
    expect(await smallestStep({ guess: 13, last: 1000, budget: 6, passes })).toBe(13)
    expect(asked).toEqual([13, 12])
  })

  it('asks once where the guess is the first step', async () => {
    const { asked, passes } = counted(1)
    expect(await smallestStep({ guess: 1, last: 1000, budget: 6, passes })).toBe(1)
    expect(asked).toEqual([1])
  })

  it.each([
    [3, 20],
    [40, 20],
    [21, 20],
    [19, 20],
  ])('finds step %d from a guess of %d', async (threshold, guess) => {
    const { passes } = counted(threshold)
    expect(await smallestStep({ guess, last: 1000, budget: 20, passes })).toBe(threshold)
  })

  it('finds it without a guess', async () => {
    for (let threshold = 1; threshold <= 64; threshold++) {
      expect(await smallestStep({ guess: null, last: 64, budget: 20, ...counted(threshold) })).toBe(threshold)
    }
  })

  it('never asks more often than it may, nor beyond the last step', async () => {
    const { asked, passes } = counted(1e9)
    expect(await smallestStep({ guess: null, last: 10, budget: 20, passes })).toBeNull()
    expect(asked).toEqual([1, 2, 4, 8, 10])
    const few = counted(900)
    expect(await smallestStep({ guess: null, last: 1000, budget: 3, passes: few.passes })).toBeNull()
    expect(few.asked.length).toBe(3)
  })

  it('gives up when nobody wants the answer any more', async () => {
    expect(await smallestStep({ guess: 5, last: 10, budget: 6, passes: async () => null })).toBeNull()
  })
})

describe('cheapSmallestStep', () => {
  it('looks at the first steps one by one, because more can hurt', async () => {
    const passes = (step: number): boolean => step === 5 || step >= 50
    expect(await cheapSmallestStep({ first: 10, last: 1000 }, passes)).toBe(5)
    expect(await cheapSmallestStep({ first: 2, last: 1000 }, (step) => step >= 50)).toBe(50)
    expect(await cheapSmallestStep({ first: 0, last: 1000 }, (step) => step >= 1)).toBe(1)
  })

  it('finds every step, and none beyond the last', async () => {
    for (let threshold = 1; threshold <= 100; threshold++) {
      expect(await cheapSmallestStep({ first: 4, last: 100 }, (step) => step >= threshold)).toBe(threshold)
    }
    expect(await cheapSmallestStep({ first: 4, last: 100 }, () => false)).toBeNull()
    expect(await cheapSmallestStep({ first: 400, last: 100 }, () => false)).toBeNull()
  })
})

describe('roundRateAbove', () => {
  it.each([
    [100, 1, 101],
    [105.37, 1, 106],
    [999.5, 1, 1000],
    [999, 2, 1010],
    [10, 5, 10.5],
    [0.3, 1, 0.301],
    [1000, 900, 10_000],
    [0, 1, 0.00101],
  ])('of %d, step %d, is %d', (rate, step, value) => {
    expect(roundRateAbove(rate, step)).toBe(value)
  })

  it('only ever grows', () => {
    const values = Array.from({ length: 3000 }, (_, at) => roundRateAbove(37.2, at + 1))
    expect(values.every((value, at) => value > (values[at - 1] ?? 37.2))).toBe(true)
  })
})
