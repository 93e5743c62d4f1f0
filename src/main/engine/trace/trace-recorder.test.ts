import { describe, expect, it } from 'vitest'
import { compile } from '../compile/compile'
import { FlightPool } from '../flight-pool'
import { advance, begin } from '../pipeline/advance'
import { PROD, smallDesign, StatedFacts } from '../pipeline/small-gateway.fixture'
import { TraceRecorder } from './trace-recorder'

function runtimeWith(trace: TraceRecorder | null) {
  const options = { stages: [PROD], definition: 'CURRENT', facts: new StatedFacts(), epoch: 0 } as const
  return compile(smallDesign({}), { ...options, identitySlots: 0, cacheSlots: 0, trace })
}

function send(runtime: ReturnType<typeof runtimeWith>, id: number): void {
  const flight = runtime.flights.open()
  flight.id = id
  begin(runtime, flight, id)
  advance(runtime, flight, id)
}

describe('TraceRecorder', () => {
  it('keeps requests that overlap apart, and forgets each once it is taken', () => {
    const recorder = new TraceRecorder()
    const runtime = runtimeWith(recorder)
    for (const id of [1, 2]) send(runtime, id)
    const stepsOf = (id: number) => recorder.take(id).map(({ step, atMs }) => `${step} at ${atMs}`)
    expect([stepsOf(2), stepsOf(1), stepsOf(2), stepsOf(9)]).toEqual([
      ['account-throttle at 2', 'integration at 2'],
      ['account-throttle at 1', 'integration at 1'],
      [],
      [],
    ])
  })

  it('keeps only the requests it is told to watch', () => {
    const recorder = new TraceRecorder(({ id }) => id === 2)
    const runtime = runtimeWith(recorder)
    for (const id of [1, 2, 3]) send(runtime, id)
    expect([1, 2, 3].map((id) => recorder.take(id).length)).toEqual([0, 2, 0])
  })
})

describe('FlightPool', () => {
  it('hands out a closed flight again before it makes a new one', () => {
    const pool = new FlightPool()
    const [a, b] = [pool.open(), pool.open()]
    expect([a.slot, b.slot, pool.openCount, pool.at(1) === b]).toEqual([0, 1, 2, true])
    pool.close(a)
    expect([pool.openCount, pool.open() === a, pool.open().slot, pool.openCount]).toEqual([1, true, 2, 3])
  })
})
