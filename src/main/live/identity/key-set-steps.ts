import { readKeySet, type KeyLookup } from '../../engine/authorizers/jwt/rsa-key'
import { keyAddress } from './key-address'

/** What came of fetching a document: its text when it was answered with 200, else why there is none. */
export type FetchedDocument =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'failed'; readonly problem: string }

/**
 * How an issuer's keys are found, without doing the fetching: yields each address in turn and is given what came back. Addresses come
 * from the authorizer's issuer and from its discovery document only, never from a token.
 * Source: OpenID Connect Discovery 1.0, 4 (the document must name the very issuer it was asked for).
 */
export function* keySetSteps(issuer: string): Generator<URL, KeyLookup, FetchedDocument> {
  const base = keyAddress(issuer)
  if ('problem' in base) return unavailable(issuer, base.problem)
  if (base.search !== '' || base.hash !== '') return unavailable(issuer, 'an issuer has no query and no fragment')
  const discovery = yield new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  if (discovery.kind === 'failed') return unavailable(issuer, `its discovery document: ${discovery.problem}`)
  const { issuer: named, jwks_uri: keysAt } = membersOf(discovery.text)
  if (named !== issuer) return unavailable(issuer, 'its discovery document names another issuer')
  if (typeof keysAt !== 'string') return unavailable(issuer, 'its discovery document has no "jwks_uri"')
  const address = keyAddress(keysAt, base)
  if ('problem' in address) return unavailable(issuer, `its "jwks_uri": ${address.problem}`)
  const keySet = yield address
  if (keySet.kind === 'failed') return unavailable(issuer, `its key set: ${keySet.problem}`)
  const keys = readKeySet(keySet.text)
  return 'problem' in keys ? unavailable(issuer, `its key set: ${keys.problem}`) : { kind: 'keys', keys }
}

function unavailable(issuer: string, why: string): KeyLookup {
  return { kind: 'unavailable', problem: `no keys of the issuer "${issuer}": ${why}` }
}

/** Without members when the text is no JSON object. */
function membersOf(text: string): { readonly issuer?: unknown; readonly jwks_uri?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
