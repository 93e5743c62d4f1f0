import { describe, expect, test } from 'vitest'
import { FrameGuard, LARGEST_FRAME } from './frame-guard'

const TEXT = 0x81
const PART = 0x01
const PING = 0x89

/** A client's frame with a payload of this size. */
function frame(first: number, size: number): Buffer {
  const head = Buffer.alloc(14)
  head[0] = first
  if (size < 126) head[1] = 0x80 | size
  else if (size < 65_536) {
    head[1] = 0xfe
    head.writeUInt16BE(size, 2)
  } else {
    head[1] = 0xff
    head.writeBigUInt64BE(BigInt(size), 2)
  }
  const length = size < 126 ? 6 : size < 65_536 ? 8 : 14
  return Buffer.concat([head.subarray(0, length), Buffer.alloc(size)])
}

/** Whether a frame was too large, and how many messages ended before it in the last bytes. */
function read(chunks: readonly Buffer[]): [boolean, number] {
  const guard = new FrameGuard()
  for (const chunk of chunks) guard.read(chunk)
  let messages = 0
  while (messages < 100 && guard.takeMessage()) messages++
  return [guard.isOverrun, messages]
}

describe('the guard of frames', () => {
  test.each([
    ['a frame of 32 KB', [frame(TEXT, LARGEST_FRAME)], [false, 1]],
    ['a frame of a byte more', [frame(TEXT, LARGEST_FRAME + 1)], [true, 0]],
    ['parts of 32 KB', [Buffer.concat([frame(PART, LARGEST_FRAME), frame(0x80, LARGEST_FRAME)])], [false, 1]],
    ['a part that is too large', [frame(PART, 40_000)], [true, 0]],
    ['what came before it', [Buffer.concat([frame(TEXT, 1), frame(TEXT, 0), frame(TEXT, 70_000)])], [true, 2]],
    ['pings in between', [Buffer.concat([frame(TEXT, 3), frame(PING, 5), frame(TEXT, 40_000)])], [true, 1]],
    [
      'an end in the next bytes',
      [frame(TEXT, 9).subarray(0, 8), Buffer.concat([frame(TEXT, 9).subarray(8), frame(TEXT, 40_000)])],
      [true, 1],
    ],
  ])('knows %s', (_what, chunks, found) => {
    expect(read(chunks)).toEqual(found)
  })

  test('finds the same however the bytes are cut', () => {
    const all = Buffer.concat([frame(TEXT, 5), frame(TEXT, 300), frame(PING, 2), frame(TEXT, 33_000)])
    const bytes = [...all].map((byte) => Buffer.from([byte]))
    expect([read([all])[0], read(bytes)[0]]).toEqual([true, true])
  })
})
