import type { KeyLookup } from '../../engine/authorizers/jwt/rsa-key'
import type { Millis } from '../../engine/millis'
import { JwksCache } from './jwks-cache'
import { keySetSteps, type FetchedDocument } from './key-set-steps'

/** Where the keys of an issuer come from. */
export interface IssuerKeys {
  /** The issuer's keys, `kid` among them if it has such a key. Never rejects. */
  find(issuer: string, kid: string | null): Promise<KeyLookup>
}

export interface RemoteKeysPorts {
  /** Ends within a bounded time; a rejection counts as failed. */
  readonly fetchDocument: (url: URL) => Promise<FetchedDocument>
  /** Milliseconds that never go back. */
  readonly now: () => Millis
}

/** Keys that issuers publish, kept by a `JwksCache`. Requests that need the same issuer's keys at the same time share one fetch. */
export function createRemoteKeys({ fetchDocument, now }: RemoteKeysPorts): IssuerKeys {
  const cache = new JwksCache()
  const underWay = new Map<string, Promise<void>>()

  const fetchKeys = async (issuer: string): Promise<void> => {
    const steps = keySetSteps(issuer)
    let step = steps.next()
    while (!step.done) {
      const document = await fetchDocument(step.value).catch((error: unknown): FetchedDocument => ({
        kind: 'failed',
        problem: String(error),
      }))
      step = steps.next(document)
    }
    cache.keep(issuer, step.value, now())
  }

  return {
    async find(issuer, kid) {
      const found = cache.find(issuer, kid, now())
      if (found.kind !== 'fetch') return found
      const fetching = underWay.get(issuer) ?? fetchKeys(issuer).finally(() => underWay.delete(issuer))
      underWay.set(issuer, fetching)
      await fetching
      return cache.known(issuer, now())
    },
  }
}
