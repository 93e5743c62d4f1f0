import type { ApiKey } from '@shared/design/api-key'
import { UNKNOWN_KEY } from '../../engine/flight'
import { digestOf } from './digest'

/**
 * Finds keys by their value. The look-up compares digests, so the time it takes tells nothing about a key (security: constant time).
 * Keys that are disabled are found as well: refusing them is the core's decision.
 */
export class ApiKeyIndex {
  private readonly indexes: ReadonlyMap<string, number>

  constructor(apiKeys: readonly ApiKey[]) {
    this.indexes = new Map(apiKeys.map(({ value }, index) => [digestOf([value]), index]))
  }

  /** The key's position in the design, or UNKNOWN_KEY. */
  indexOf(value: string): number {
    return this.indexes.get(digestOf([value])) ?? UNKNOWN_KEY
  }
}
