import type { JwtPorts } from '../identity/authorize-http-jwt'
import type { LocalPool } from '../identity/local-pool'
import type { IssuerKeys } from '../identity/remote-keys'

type PoolId = Pick<LocalPool, 'id' | 'issuer'>

/** What a design's user pools are called as issuers of tokens. */
export interface PoolIssuers {
  /** The pool behind an issuer: by Cognito's address of it, or by the one that publishes its keys on this computer. */
  poolOf(issuer: string): PoolId | undefined
}

/** `ownPorts`: ports of this computer that belong to the program. */
export function poolIssuers(pools: readonly PoolId[], ownPorts: () => readonly number[]): PoolIssuers {
  return {
    poolOf(issuer) {
      const known = pools.find((pool) => pool.issuer === issuer)
      if (known !== undefined) return known
      const [, port, id] = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)\/([^/?#]+)$/.exec(issuer) ?? []
      if (port === undefined || !ownPorts().includes(Number(port))) return undefined
      return pools.find((pool) => encodeURIComponent(pool.id) === id)
    },
  }
}

/**
 * Whose tokens JWT authorizers take: those of a user pool are judged by the keys of the pool that is played here, as those of
 * COGNITO_USER_POOLS are, and every other issuer's by the keys that it publishes.
 */
export function httpTokenPorts(pools: JwtPorts, published: IssuerKeys, { poolOf }: PoolIssuers): JwtPorts {
  const keys: IssuerKeys = {
    find: (issuer, kid) => (poolOf(issuer) === undefined ? published : pools.keys).find(issuer, kid),
  }
  return { ...pools, keys }
}

/** The issuer that a token is held against: of a pool that both name, in the token's spelling. */
export function issuerFor(issuer: string, claimed: unknown, { poolOf }: PoolIssuers): string {
  if (typeof claimed !== 'string' || claimed === issuer) return issuer
  const pool = poolOf(issuer)
  return pool !== undefined && poolOf(claimed)?.id === pool.id ? claimed : issuer
}
