import type { ResponseCache } from '../../engine/state/response-cache'
import type { Answer } from '../answers/answer'
import type { CacheLabel } from './cache-label'
import { digestOf } from './digest'
import { Interner } from './interner'

/** How many cache keys can be told apart at a time. */
export const CACHE_SLOTS = 10_000

/** Bytes of bodies kept at most, however large the design's cache clusters are: this is one person's computer. */
const MEMORY_LIMIT = 256 * 1024 * 1024

interface StoredAnswer {
  readonly slot: number
  readonly stage: number
  readonly answer: Answer
  readonly label: CacheLabel
}

/** Cached responses by slot. The core decides which are fresh; this keeps what they say. */
export class ResponseStore {
  private readonly interner: Interner
  /** The oldest first. */
  private readonly stored = new Map<number, StoredAnswer>()
  private readonly caches: readonly ResponseCache[]
  private readonly memoryLimit: number
  private bytes = 0

  constructor(caches: readonly ResponseCache[], slots: number = CACHE_SLOTS, memoryLimit: number = MEMORY_LIMIT) {
    this.caches = caches
    this.memoryLimit = memoryLimit
    this.interner = new Interner(slots, (slot) => this.dropEverywhere(slot))
    for (const cache of caches) cache.onEvict = (slot) => this.forget(slot)
  }

  hold(stage: number, key: readonly unknown[]): number {
    return this.interner.hold(digestOf([stage, ...key]))
  }

  release(slot: number): void {
    this.interner.release(slot)
  }

  put(stage: number, slot: number, answer: Answer, label: CacheLabel): void {
    this.forget(slot)
    this.stored.set(slot, { slot, stage, answer, label })
    this.bytes += answer.body.length
    while (this.bytes > this.memoryLimit) this.dropOldest()
  }

  answer(slot: number): Answer | undefined {
    return this.stored.get(slot)?.answer
  }

  /** Those that are out of date as well. */
  entries(): StoredAnswer[] {
    return [...this.stored.values()]
  }

  /** Bodies kept, in bytes. */
  get usedBytes(): number {
    return this.bytes
  }

  private dropOldest(): void {
    const [slot, { stage }] = this.stored.entries().next().value!
    this.caches[stage]!.drop(slot)
    this.forget(slot)
  }

  private dropEverywhere(slot: number): void {
    for (const cache of this.caches) cache.drop(slot)
    this.forget(slot)
  }

  private forget(slot: number): void {
    this.bytes -= this.stored.get(slot)?.answer.body.length ?? 0
    this.stored.delete(slot)
  }
}
