import { describe, expect, it } from 'vitest'
import { LogLines, LONGEST_LINE } from './log-lines'
import { logOf } from './log-pieces.fixture'
import type { LogReader } from './log-reader'

function linesOf(reader: LogReader): [number, string | undefined][] {
  const lines = new LogLines(reader)
  const all: [number, string | undefined][] = []
  for (let line = lines.next(); line !== null; line = lines.next()) all.push([lines.number, line])
  return all
}

const TEXT = '\ufeffone\r\ntwo\n\nGrüße 😀\nlast'
const LINES = [
  [1, 'one'],
  [2, 'two'],
  [3, ''],
  [4, 'Grüße 😀'],
  [5, 'last'],
]

describe('lines of a log', () => {
  it.each([1, 2, 3, 5, 7, 1000])('are the same in pieces of %i bytes', (size) => {
    expect(linesOf(logOf(TEXT, size))).toEqual(LINES)
  })

  it('may come as text', () => {
    const pieces = ['\ufeffone\r\nt', 'wo\n\nGrüße ', '😀\nlast']
    expect(linesOf({ read: () => pieces.shift() ?? null })).toEqual(LINES)
  })

  it('end with the log, whether the last has an end or not', () => {
    expect(linesOf(logOf(''))).toEqual([])
    expect(linesOf(logOf('a'))).toEqual([[1, 'a']])
    expect(linesOf(logOf('a\n'))).toEqual([[1, 'a']])
  })

  it.each([1000, 100_000, 1_000_000])('that are too long are passed over, in pieces of %i bytes', (size) => {
    const long = 'x'.repeat(LONGEST_LINE)
    const text = `a\n${long}\n${long}y\nb\n${long}${long}${long}\n${long}yy`
    expect(linesOf(logOf(text, size))).toEqual([
      [1, 'a'],
      [2, long],
      [3, undefined],
      [4, 'b'],
      [5, undefined],
      [6, undefined],
    ])
  })

  it('that are no UTF-8 are read as far as they are', () => {
    const pieces = [Uint8Array.of(0x61, 0xff, 0x62, 10)]
    expect(linesOf({ read: () => pieces.shift() ?? null })).toEqual([[1, 'a\ufffdb']])
  })
})
