import type { AuthorizerEffect } from '../effect'
import { ABSENT } from '../flight'
import type { Millis } from '../millis'

/**
 * Results of Lambda authorizers by slot (one slot for each authorizer, stage and identity): until when they hold, what they said, which
 * API key they named. Source: API Gateway Developer Guide, "Use API Gateway Lambda authorizers"; rest-api.md 7.4.
 */
export class AuthorizerResults {
  private readonly storedAt: Float64Array
  private readonly expiresAt: Float64Array
  private readonly effects: Uint8Array
  private readonly apiKeys: Int32Array

  constructor(slots: number) {
    this.storedAt = new Float64Array(slots)
    this.expiresAt = new Float64Array(slots).fill(-1)
    this.effects = new Uint8Array(slots)
    this.apiKeys = new Int32Array(slots).fill(ABSENT)
  }

  has(slot: number, now: Millis): boolean {
    return this.expiresAt[slot]! > now
  }

  effect(slot: number): number {
    return this.effects[slot]!
  }

  apiKey(slot: number): number {
    return this.apiKeys[slot]!
  }

  store(slot: number, effect: AuthorizerEffect, apiKey: number, now: Millis, ttl: Millis): void {
    this.storedAt[slot] = now
    this.expiresAt[slot] = now + ttl
    this.effects[slot] = effect
    this.apiKeys[slot] = apiKey
  }

  /** Forget one result. */
  drop(slot: number): void {
    this.expiresAt[slot] = -1
  }

  flush(): void {
    this.expiresAt.fill(-1)
  }

  ageOf(slot: number, now: Millis): Millis {
    return now - this.storedAt[slot]!
  }

  ttlOf(slot: number): Millis {
    return this.expiresAt[slot]! - this.storedAt[slot]!
  }
}
