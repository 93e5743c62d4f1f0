import type { MessageAttributes } from '../message-attributes'

/** A message in a queue. Times in milliseconds since 1970. */
export interface QueuedMessage {
  readonly id: string
  readonly body: string
  readonly md5: string
  readonly attributes: MessageAttributes
  readonly sentAt: number
  /** Of a FIFO queue. */
  readonly groupId: string | null
  readonly deduplicationId: string | null
  readonly sequenceNumber: string | null
  visibleAt: number
  /** Until it was first received, as `DelaySeconds` asked. */
  readonly delayedUntil: number
  receiveCount: number
  firstReceivedAt: number | null
  receiptHandle: string | null
}

/** Bytes and messages that a queue holds here at most; the oldest go first. */
const MOST_BYTES = 32 * 1024 * 1024
const MOST_MESSAGES = 10_000
/** Milliseconds. Source: SQS Developer Guide, "Exactly-once processing in Amazon SQS": five minutes. */
const DEDUPLICATION_TIME = 300_000

/** A queue, made when it is first spoken of. */
export class Queue {
  readonly name: string
  readonly createdAt: number
  /** Oldest first. */
  private messages: QueuedMessage[] = []
  private bytes = 0
  private readonly recent = new Map<string, QueuedMessage>()
  private sequence = 0

  constructor(name: string, createdAt: number) {
    this.name = name
    this.createdAt = createdAt
  }

  get isFifo(): boolean {
    return this.name.endsWith('.fifo')
  }

  /** Twenty digits that only ever grow. */
  nextSequenceNumber(): string {
    this.sequence++
    return `188${String(this.sequence).padStart(17, '0')}`
  }

  /** The message with the same deduplication id that was sent within the last five minutes. */
  duplicateOf(deduplicationId: string, now: number): QueuedMessage | undefined {
    for (const [id, { sentAt }] of this.recent) {
      if (now - sentAt < DEDUPLICATION_TIME) break
      this.recent.delete(id)
    }
    return this.recent.get(deduplicationId)
  }

  /** Gives how many old messages had to make room. */
  put(message: QueuedMessage): number {
    this.messages.push(message)
    this.bytes += message.body.length
    if (message.deduplicationId !== null) this.recent.set(message.deduplicationId, message)
    let dropped = 0
    while (this.messages.length > MOST_MESSAGES || (this.bytes > MOST_BYTES && this.messages.length > 1)) {
      this.bytes -= this.messages.shift()!.body.length
      dropped++
    }
    return dropped
  }

  /** Messages that nobody is at work on, which become invisible; of a FIFO queue none behind one of its group that is in flight. */
  receive(most: number, visibilityMs: number, now: number, newHandle: () => string): readonly QueuedMessage[] {
    const received: QueuedMessage[] = []
    const blocked = new Set<string>()
    for (const message of this.messages) {
      if (received.length === most) break
      const { groupId } = message
      if (groupId !== null && blocked.has(groupId)) continue
      if (message.visibleAt > now) {
        if (groupId !== null) blocked.add(groupId)
        continue
      }
      message.visibleAt = now + visibilityMs
      message.receiveCount++
      message.firstReceivedAt ??= now
      message.receiptHandle = newHandle()
      received.push(message)
    }
    return received
  }

  /** A handle of an earlier receive deletes nothing, and is no error. */
  delete(receiptHandle: string): boolean {
    const at = this.messages.findIndex((message) => message.receiptHandle === receiptHandle)
    if (at === -1) return false
    this.bytes -= this.messages[at]!.body.length
    this.messages.splice(at, 1)
    return true
  }

  /** Gives how many messages there were. */
  purge(): number {
    const purged = this.messages.length
    this.messages = []
    this.bytes = 0
    return purged
  }

  /** How many wait, are being worked on, and are delayed. */
  counts(now: number): { readonly visible: number; readonly inFlight: number; readonly delayed: number } {
    const hidden = this.messages.filter(({ visibleAt }) => visibleAt > now)
    const delayed = hidden.filter(({ delayedUntil, receiveCount }) => receiveCount === 0 && delayedUntil > now).length
    return { visible: this.messages.length - hidden.length, inFlight: hidden.length - delayed, delayed }
  }
}
