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
  expect(runs).toBe(2)
  frame(116)
  expect([runs, pending()]).toEqual([2, 0])
})

it('gives a task that made its frame late its turns less often, until it no longer does', () => {
  const { queue, frame } = setUp()
  const runs: number[] = []
  let now = 0
  const task = (): void => void runs.push(now)
  const until = (end: number, stepMs: number): void => {
    for (; now <= end; now += stepMs) {
      queue.add(task)
      frame(now)
    }
  }
  until(1000, 40)
  expect(runs).toEqual([0, 200, 600])
  now = 1600
  runs.length = 0
  until(5600, 10)
  const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? 0))
  expect(gaps.slice(0, 2)).toEqual([640, 520])
  expect(gaps.at(-1)).toBe(100)
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
