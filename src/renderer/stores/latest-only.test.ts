import { expect, test } from 'vitest'
import { latestOnly } from './latest-only'

/** A `latestOnly` whose answers come when the test says so, and all that it told, in order. */
function controlled() {
  const told: string[] = []
  const pending: { resolve(answer: string): void; reject(error: Error): void }[] = []
  const loop = latestOnly<string, string>({
    send: (question) => {
      told.push(`sent ${question}`)
      return new Promise((resolve, reject) => pending.push({ resolve, reject }))
    },
    onAnswer: (answer, question) => told.push(`${question}: ${answer}`),
    onFailure: (error, question) => told.push(`${question}: ${error instanceof Error ? error.message : ''}`),
    onBusy: (isBusy) => told.push(isBusy ? 'busy' : 'idle'),
  })
  const answer = async (text: string): Promise<void> => {
    pending.shift()?.resolve(text)
    await Promise.resolve()
    await Promise.resolve()
  }
  const fail = async (text: string): Promise<void> => {
    pending.shift()?.reject(new Error(text))
    await Promise.resolve()
    await Promise.resolve()
  }
  return { told, loop, answer, fail }
}

test('the first question goes out at once', () => {
  const { told, loop } = controlled()
  loop.ask('a')
  expect(told).toEqual(['busy', 'sent a'])
})

test('of the questions that come meanwhile only the latest is sent', async () => {
  const { told, loop, answer } = controlled()
  loop.ask('a')
  loop.ask('b')
  loop.ask('c')
  await answer('1')
  await answer('2')
  expect(told).toEqual(['busy', 'sent a', 'a: 1', 'sent c', 'c: 2', 'idle'])
})

test('a failure is told and the next question still goes out', async () => {
  const { told, loop, answer, fail } = controlled()
  loop.ask('a')
  loop.ask('b')
  await fail('lost')
  await answer('2')
  expect(told).toEqual(['busy', 'sent a', 'a: lost', 'sent b', 'b: 2', 'idle'])
})

test('settled waits for the question that waits', async () => {
  const { told, loop, answer } = controlled()
  loop.ask('a')
  loop.ask('b')
  const settled = loop.settled().then(() => told.push('settled'))
  await answer('1')
  await answer('2')
  await settled
  expect(told.slice(-2)).toEqual(['idle', 'settled'])
})

test('settled is at once true when nothing was asked', async () => {
  await expect(controlled().loop.settled()).resolves.toBeUndefined()
})
