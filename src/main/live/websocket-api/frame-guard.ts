/** Bytes of one frame's payload. Source: websocket-api.md 6, "WebSocket frame size". */
export const LARGEST_FRAME = 32 * 1024

/** What is read next. */
const FIRST_BYTE = 0
const SECOND_BYTE = 1
const LENGTH = 2
const PAYLOAD = 3

const MASK_BYTES = 4
const FIN = 0x80
const OPCODE = 0x0f
const LENGTH_BITS = 0x7f
const FIRST_CONTROL_FRAME = 8

/**
 * Reads the heads of frames as their bytes pass by, to find one that is too large: the library that takes frames apart knows only the size
 * of whole messages. Costs a few steps a frame, whatever its size.
 */
export class FrameGuard {
  private state = FIRST_BYTE
  private first = 0
  /** Bytes that are still to come of the length or of the payload. */
  private left = 0
  private length = 0
  /** Messages that have ended in the bytes read last. */
  private ended = 0
  /** A frame was too large; nothing after it counts. */
  isOverrun = false

  /** Read what came in. Messages that ended in it before a frame that is too large are `messagesBefore`. */
  read(chunk: Uint8Array): void {
    this.ended = 0
    let at = 0
    while (at < chunk.length && !this.isOverrun) {
      if (this.state === PAYLOAD) {
        const passed = Math.min(this.left, chunk.length - at)
        at += passed
        this.left -= passed
        if (this.left === 0) this.endFrame()
      } else this.readHead(chunk[at++]!)
    }
  }

  /** Take one of the messages that may still be delivered after an overrun; false when there are none. */
  takeMessage(): boolean {
    return this.ended-- > 0
  }

  private readHead(byte: number): void {
    if (this.state === FIRST_BYTE) {
      this.first = byte
      this.state = SECOND_BYTE
    } else if (this.state === SECOND_BYTE) {
      this.length = byte & LENGTH_BITS
      if (this.length < 126) return this.beginPayload()
      this.left = this.length === 126 ? 2 : 8
      this.length = 0
      this.state = LENGTH
    } else {
      this.length = this.length * 256 + byte
      if (--this.left === 0) this.beginPayload()
    }
  }

  /** The mask of a client's frame comes first; a frame without one ends the connection elsewhere. */
  private beginPayload(): void {
    const isData = (this.first & OPCODE) < FIRST_CONTROL_FRAME
    if (isData && this.length > LARGEST_FRAME) this.isOverrun = true
    this.left = this.length + MASK_BYTES
    this.state = PAYLOAD
  }

  private endFrame(): void {
    const isData = (this.first & OPCODE) < FIRST_CONTROL_FRAME
    if (isData && (this.first & FIN) !== 0) this.ended++
    this.state = FIRST_BYTE
  }
}
