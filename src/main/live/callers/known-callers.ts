import type { RootKey } from '../../engine/authorizers/iam-caller'
import type { Clock } from '../clock'
import type { JwtPorts } from '../identity/authorize-http-jwt'
import { fetchDocument } from '../identity/fetch-document'
import { createPoolKeys } from '../identity/issuer-keys'
import { nodeJwtVerifier } from '../identity/jwt-verifier'
import type { LocalIdentityProvider } from '../identity/local-identity-provider'
import { createRemoteKeys, type IssuerKeys } from '../identity/remote-keys'

/** Whom a gateway knows beside the IAM users of its design. */
export interface KnownCallers {
  /** Of the design's own account; null when there is none. */
  readonly rootKey: RootKey | null
  /** By the keys of local user pools. */
  readonly localTokens: JwtPorts
  /** By those that Cognito publishes as well, which are fetched from there. */
  readonly anyTokens: JwtPorts
  /** Of issuers that are no user pools, as JWT authorizers name them. */
  readonly publishedKeys: IssuerKeys
}

export function knownCallers(provider: LocalIdentityProvider, clock: Clock, rootKey: RootKey | null): KnownCallers {
  const verifier = nodeJwtVerifier()
  const wall = (): number => clock.wall()
  const remote = createRemoteKeys({ fetchDocument, now: () => clock.now() })
  return {
    rootKey,
    localTokens: { keys: createPoolKeys(provider), verifier, wall },
    anyTokens: { keys: createPoolKeys(provider, remote), verifier, wall },
    publishedKeys: remote,
  }
}
