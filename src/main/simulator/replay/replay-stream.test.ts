import { expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import { DEFAULT_EPOCH } from '../default-epoch'
import type { LogReader } from './log-reader'
import { ReplayDraws } from './replay-draws'
import { replayTargets } from './replay-targets'

const GIGABYTE = 2 ** 30
/** A gigabyte of lines kept would be ten times as much. */
const MOST_GROWTH = 100 * 2 ** 20

const LINES_PER_PIECE = 32
/** A second takes ten digits. */
const BEFORE_SECOND = '{"requestTimeEpoch":'
const BEFORE_AGAIN = '000,"httpMethod":"GET","path":"/orders/'
const REST = `","agent":"${'agent '.repeat(5400)}"}\n`
const LINE = `${BEFORE_SECOND}0123456789${BEFORE_AGAIN}0123456789${REST}`

/** Lines of about 32 KB, each a second after the one before, from one piece of memory that every read overwrites. */
function generatedLog(bytes: number): LogReader & { readonly handedOut: () => number } {
  const piece = Buffer.from(LINE.repeat(LINES_PER_PIECE))
  let handedOut = 0
  let second = 1_775_736_000
  return {
    handedOut: () => handedOut,
    read: () => {
      if (handedOut >= bytes) return null
      for (let begin = 0; begin < piece.length; begin += LINE.length) {
        piece.write(String(second), begin + BEFORE_SECOND.length)
        piece.write(String(second++), begin + BEFORE_SECOND.length + 10 + BEFORE_AGAIN.length)
      }
      handedOut += piece.length
      return piece.toString('latin1')
    },
  }
}

it('a log of a gigabyte streams through in the same memory', () => {
  const design = orderDesign()
  const reader = generatedLog(GIGABYTE)
  const draws = new ReplayDraws(
    {
      name: 'a long day',
      shape: { type: 'REPLAY', file: 'x' },
      routes: {},
      items: { count: 1000, distribution: 'UNIFORM' },
    },
    {
      durationMs: Number.MAX_SAFE_INTEGER,
      epoch: DEFAULT_EPOCH,
      routes: [],
      apiKeys: [],
      uses: { apiKeys: true, identities: true, items: true },
      seed: 1,
      stream: 1,
      canary: null,
    },
    { openLog: () => reader, targets: replayTargets(design, design.scenarios[0]!) },
  )
  const inUse = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = inUse()
  let [requests, last, most] = [0, 0, 0]
  for (let at = draws.step(); at !== Infinity; at = draws.step()) {
    requests++
    last = at
    if (requests % 1000 === 0) most = Math.max(most, inUse() - before)
  }
  expect(reader.handedOut()).toBeGreaterThan(GIGABYTE)
  expect(last).toBe((requests - 1) * 1000)
  expect(requests).toBeGreaterThan(30_000)
  expect(most).toBeLessThan(MOST_GROWTH)
})
