import type { LocalIdentityProvider } from './local-identity-provider'
import type { LocalPool } from './local-pool'
import type { IssuerKeys } from './remote-keys'

/** Keys of the pools that are played here from the provider, without any network; keys of other issuers from where they publish them. */
export function createIssuerKeys(
  pools: () => readonly Pick<LocalPool, 'id' | 'issuer'>[],
  provider: LocalIdentityProvider,
  remote: IssuerKeys,
): IssuerKeys {
  return {
    find(issuer, kid) {
      const pool = pools().find((one) => one.issuer === issuer)
      return pool === undefined ? remote.find(issuer, kid) : provider.find(pool.id, kid)
    },
  }
}

/**
 * Keys for `authorizeCognito`: every user pool that an authorizer of a REST API names is played here. With `remote` a key that is not
 * among those of here is asked for where Cognito publishes the pool's; without it nothing leaves this computer.
 */
export function createPoolKeys(provider: LocalIdentityProvider, remote: IssuerKeys | null = null): IssuerKeys {
  return {
    async find(issuer, kid) {
      const local = await provider.find(issuer.slice(issuer.lastIndexOf('/') + 1), kid)
      const isKnown = local.kind === 'keys' && local.keys.some((key) => key.kid === kid)
      return isKnown || remote === null ? local : remote.find(issuer, kid)
    },
  }
}
