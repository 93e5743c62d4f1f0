import type { KeyLookup, RsaKey } from '../../engine/authorizers/jwt/rsa-key'
import type { Millis } from '../../engine/millis'

/** How long keys are kept. Source: API Gateway Developer Guide, JWT authorizers ("up to two hours"). */
export const KEYS_KEPT_MS = 2 * 60 * 60 * 1000

/** Time between two fetches of one issuer's keys, whatever tokens name and however the last one ended. */
export const FETCH_INTERVAL_MS = 10_000

/** What is known of one issuer. */
interface Entry {
  /** Null until they were fetched once. */
  readonly keys: readonly RsaKey[] | null
  readonly fetchedAt: Millis
  /** The last fetch, successful or not. */
  readonly triedAt: Millis
  /** Why the last fetch gave no keys. */
  readonly problem: string
}

/**
 * The keys of issuers, as far as they were fetched, and when to fetch them (again): at first use, once they are too old, and for a `kid`
 * that is not among them, which is how new keys are found after a rotation. It does no fetching: `createRemoteKeys` does.
 * Keys that could not be fetched again stay good until they are too old. Issuers are those of authorizers, so there are few.
 */
export class JwksCache {
  private readonly entries = new Map<string, Entry>()

  /** Keys to judge a token by, or that they must be fetched first; the outcome is then to be kept, and `known` asked. */
  find(issuer: string, kid: string | null, now: Millis): KeyLookup | { readonly kind: 'fetch' } {
    const entry = this.entries.get(issuer)
    if (entry === undefined) return { kind: 'fetch' }
    const known = this.known(issuer, now)
    const isAmongThem = known.kind === 'keys' && known.keys.some((key) => key.kid === kid)
    return isAmongThem || now - entry.triedAt < FETCH_INTERVAL_MS ? known : { kind: 'fetch' }
  }

  /** What is known without fetching. */
  known(issuer: string, now: Millis): KeyLookup {
    const entry = this.entries.get(issuer)
    if (entry === undefined) return { kind: 'unavailable', problem: `the keys of "${issuer}" were never fetched` }
    if (entry.keys !== null && now - entry.fetchedAt < KEYS_KEPT_MS) return { kind: 'keys', keys: entry.keys }
    return { kind: 'unavailable', problem: entry.problem }
  }

  /** Take what a fetch came to. */
  keep(issuer: string, outcome: KeyLookup, now: Millis): void {
    const before = this.entries.get(issuer)
    const entry: Entry =
      outcome.kind === 'keys'
        ? { keys: outcome.keys, fetchedAt: now, triedAt: now, problem: `the keys of "${issuer}" are too old` }
        : { keys: null, fetchedAt: 0, ...before, triedAt: now, problem: outcome.problem }
    this.entries.set(issuer, entry)
  }
}
