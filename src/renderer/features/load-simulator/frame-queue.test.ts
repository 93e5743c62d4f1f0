import { expect, it } from 'vitest'
import { FrameQueue } from './frame-queue'

function setUp(minGapMs = 100) {
  const frames: (() => void)[] = []
  let now = 0
  const queue = new FrameQueue({ requestFrame: (callback) => frames.push(callback), now: () => now }, () => minGapMs)
  return {
    queue,
    frame: (at: number) => {
      now = at
      for (const callback of frames.splice(0)) callback()
    },
    pending: () => frames.length,
  }
}

it('runs one task a frame, the longest waiting first', () => {
  const { queue, frame } = setUp()
  const ran: string[] = []
  queue.add(() => ran.push('a'))
  queue.add(() => ran.push('b'))
  frame(0)
  expect(ran).toEqual(['a'])
  frame(16)
  expect(ran).toEqual(['a', 'b'])
})

it('keeps a task that came too soon until its gap is over, and runs it once', () => {
  const { queue, frame, pending } = setUp()
  let runs = 0
  const task = (): void => void runs++
  queue.add(task)
  frame(0)
  queue.add(task)
  queue.add(task)
  frame(16)
  expect(runs).toBe(1)
  frame(100)
  expect([runs, pending()]).toEqual([2, 0])
})

it('forgets a removed task', () => {
  const { queue, frame } = setUp()
  let runs = 0
  const task = (): void => void runs++
  queue.add(task)
  queue.remove(task)
  frame(0)
  expect(runs).toBe(0)
})
