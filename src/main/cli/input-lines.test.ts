import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { inputLines, type InputLine } from './input-lines'

async function linesOf(chunks: readonly (string | Uint8Array)[], maxLength = 100): Promise<InputLine[]> {
  const lines: InputLine[] = []
  const input = Readable.from(chunks, { objectMode: true })
  for await (const line of inputLines(input, new AbortController().signal, maxLength)) lines.push(line)
  return lines
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('inputLines', () => {
  it.each([
    [[], []],
    [[''], []],
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [['a\r\n\r\nb\r\n'], ['a', '', 'b']],
    [
      ['a', 'b\nc', '\nd'],
      ['ab', 'c', 'd'],
    ],
    [['\n\n'], ['', '']],
  ])('of %j are %j', async (chunks, lines) => {
    expect(await linesOf(chunks)).toEqual(lines)
  })

  it('puts characters together that were cut in two, and drops a byte order mark', async () => {
    const whole = bytes('\ufeffZürich €\n😀')
    const pieces = Array.from(whole, (_, index) => whole.subarray(index, index + 1))
    expect(await linesOf(pieces)).toEqual(['Zürich €', '😀'])
  })

  it('gives null for a line that is too long, and goes on with the next', async () => {
    expect(await linesOf(['12345\n123456\n12', '3456', '78\nok'], 5)).toEqual(['12345', null, null, 'ok'])
  })

  it('gives each line as soon as it is there', async () => {
    const input = new Readable({ read: () => undefined })
    const lines = inputLines(input, new AbortController().signal, 100)
    input.push('first\nsec')
    expect(await lines.next()).toEqual({ value: 'first', done: false })
    input.push('ond\n')
    expect(await lines.next()).toEqual({ value: 'second', done: false })
    input.push(null)
    expect(await lines.next()).toEqual({ value: undefined, done: true })
  })

  it('ends when it is told to, though the input does not', async () => {
    const input = new Readable({ read: () => undefined })
    const stop = new AbortController()
    const lines = inputLines(input, stop.signal, 100)
    input.push('first\n')
    await lines.next()
    const next = lines.next()
    stop.abort('SIGINT')
    expect([await next, input.destroyed]).toEqual([{ value: undefined, done: true }, true])
  })

  it('lets through that an input cannot be read', async () => {
    const input = new Readable({ read: () => undefined })
    const lines = inputLines(input, new AbortController().signal, 100)
    const next = lines.next().catch((error: unknown) => error)
    input.destroy(new Error('gone'))
    expect(await next).toMatchObject({ message: 'gone' })
  })
})
