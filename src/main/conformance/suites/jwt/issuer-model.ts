import type { KeyLookup } from '../../../engine/authorizers/jwt/rsa-key'
import { JwksCache, KEYS_KEPT_MS } from '../../../live/identity/jwks-cache'
import { keySetSteps, type FetchedDocument } from '../../../live/identity/key-set-steps'
import type { TokenMaker } from '../../../live/identity/testing/token-maker'
import { CannotPlay } from './cannot-play'

export const ISSUER = 'http://127.0.0.1:41000/issuer'
export const ATTACKER = 'http://127.0.0.1:41001'
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`
const KEY_SET = `${ISSUER}/keys.json`
/** What an endpoint that is in trouble answers; how long that takes is the fetcher's concern. */
const TROUBLES: ReadonlyMap<string, FetchedDocument> = new Map<string, FetchedDocument>([
  ['down', { kind: 'failed', problem: 'connection refused' }],
  ['hangs', { kind: 'failed', problem: 'no answer within 1500 ms' }],
  ['garbage', text('<html>')],
  ['empty', text('{}')],
])

/** An issuer and a gateway that knows it, in time that the case lets pass. The gateway has served requests before. */
export class IssuerModel {
  /** Milliseconds since 1970. */
  now = 1_767_225_600_000
  /** Addresses that were asked for and are not the issuer's. */
  readonly strayFetches: string[] = []
  private readonly published = new Set(['k1', 'k2'])
  private readonly troubled = new Map<string, FetchedDocument>()
  private namedIssuer = ISSUER
  private cache = new JwksCache()

  constructor(private readonly tokens: TokenMaker) {
    this.find('k1')
  }

  /** Set up one step of `before`. Throws `CannotPlay`. */
  prepare(step: string): void {
    const [, word = step, value = ''] = /^([^:]*):(.*)$/.exec(step) ?? []
    const [, endpoint, name = ''] = /^(jwks|discovery)-(\w+)$/.exec(word) ?? []
    const trouble = TROUBLES.get(name)
    if (word === 'publish') this.published.add(value)
    else if (word === 'withdraw') this.published.delete(value)
    else if (word === 'expire-key-cache') this.now += KEYS_KEPT_MS
    else if (word === 'restart') this.cache = new JwksCache()
    else if (word === 'discovery-issuer') this.namedIssuer = value
    else if (trouble === undefined) throw new CannotPlay(`"${step}" in "before" is not known`)
    else this.troubled.set(endpoint === 'jwks' ? KEY_SET : DISCOVERY, trouble)
  }

  /** What the gateway knows of the issuer's keys when a token names this one. */
  find(kid: string | null): KeyLookup {
    const found = this.cache.find(ISSUER, kid, this.now)
    if (found.kind !== 'fetch') return found
    const steps = keySetSteps(ISSUER)
    let step = steps.next()
    while (!step.done) step = steps.next(this.answer(step.value.href))
    this.cache.keep(ISSUER, step.value, this.now)
    return this.cache.known(ISSUER, this.now)
  }

  private answer(url: string): FetchedDocument {
    const trouble = this.troubled.get(url)
    if (trouble !== undefined) return trouble
    if (url === DISCOVERY) return text(JSON.stringify({ issuer: this.namedIssuer, jwks_uri: KEY_SET }))
    if (url === KEY_SET) return text(this.tokens.keySetText([...this.published]))
    this.strayFetches.push(url)
    return { kind: 'failed', problem: 'nobody is there' }
  }
}

function text(document: string): FetchedDocument {
  return { kind: 'text', text: document }
}
