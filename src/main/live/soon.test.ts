import { describe, expect, it } from 'vitest'
import { endingWith, rescued, soon } from './soon'

const late = <T>(value: T): Promise<T> => Promise.resolve(value)
const failing = (text: string): never => {
  throw new Error(text)
}

describe('soon', () => {
  it('goes on at once with what is there', () => {
    expect(soon(2, (value) => value * 3)).toBe(6)
  })

  it('waits for what will be', async () => {
    const value = soon(late(2), (found) => found * 3)
    expect(value).toBeInstanceOf(Promise)
    expect(await value).toBe(6)
  })
})

describe('endingWith', () => {
  it('ends once, after the value or the failure', async () => {
    const told: string[] = []
    const run = (name: string, value: () => number | Promise<number>) =>
      endingWith(
        () => {
          told.push(`${name} runs`)
          return value()
        },
        () => told.push(`${name} ends`),
      )
    expect(run('now', () => 1)).toBe(1)
    expect(() => run('broken', () => failing('no'))).toThrow('no')
    expect(await run('later', () => late(2))).toBe(2)
    await expect(run('broken later', () => Promise.reject(new Error('never')))).rejects.toThrow('never')
    expect(told).toEqual(['now', 'broken', 'later', 'broken later'].flatMap((name) => [`${name} runs`, `${name} ends`]))
  })
})

describe('rescued', () => {
  it('makes a value of a failure, whenever it comes', async () => {
    const reason = (error: unknown): string => (error as Error).message
    expect(rescued(() => 'fine', reason)).toBe('fine')
    expect(rescued(() => failing('now'), reason)).toBe('now')
    expect(await rescued(() => Promise.reject(new Error('later')), reason)).toBe('later')
  })
})
