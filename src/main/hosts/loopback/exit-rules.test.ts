import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createIdleWatch } from './exit-rules'

describe('createIdleWatch', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('ends a host that no page ever came to', () => {
    const onIdle = vi.fn()
    createIdleWatch(1000, onIdle)
    vi.advanceTimersByTime(999)
    const before = onIdle.mock.calls.length
    vi.advanceTimersByTime(1)
    expect([before, onIdle.mock.calls.length]).toEqual([0, 1])
  })

  test('counts from when the last page went, not from the start', () => {
    const onIdle = vi.fn()
    const update = createIdleWatch(1000, onIdle)
    update(1)
    vi.advanceTimersByTime(5000)
    update(2)
    update(1)
    update(0)
    vi.advanceTimersByTime(999)
    const before = onIdle.mock.calls.length
    vi.advanceTimersByTime(1)
    expect([before, onIdle.mock.calls.length]).toEqual([0, 1])
  })
})
