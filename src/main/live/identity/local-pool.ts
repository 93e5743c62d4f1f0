import { createHash } from 'node:crypto'
import type { Design } from '@shared/design/design'
import type { PoolUser, UserPool, UserPoolClient } from '@shared/design/identity'
import { cognitoIssuer, readCognitoIssuer, readUserPoolArn } from '../../engine/authorizers/jwt/cognito-issuer'

/** A user pool that the local identity provider plays. */
export interface LocalPool {
  readonly id: string
  readonly name: string
  /** The `iss` of its tokens, as Cognito writes it. */
  readonly issuer: string
  readonly clients: readonly UserPoolClient[]
  readonly users: readonly PoolUser[]
}

/** The pools of a design's identity, then those that only an authorizer names, which have no users and clients of their own. */
export function localPools(design: Design): readonly LocalPool[] {
  const declared = (design.identity?.userPools ?? []).map((pool) => localPool(pool, design.region))
  const pools = new Map(declared.map((pool) => [pool.issuer, pool]))
  for (const { poolId, issuer } of namedPools(design)) {
    if (!pools.has(issuer)) pools.set(issuer, { id: poolId, name: poolId, issuer, clients: [], users: [] })
  }
  return [...pools.values()]
}

/** By their ARNs in REST APIs, and in HTTP APIs by the issuers of JWT authorizers. */
function namedPools(design: Design): { readonly poolId: string; readonly issuer: string }[] {
  return design.apis.flatMap((api) => {
    if (api.protocolType === 'REST') {
      const arns = Object.values(api.authorizers).flatMap(({ providerARNs }) => providerARNs ?? [])
      return arns.flatMap((arn) => readUserPoolArn(arn) ?? [])
    }
    if (api.protocolType !== 'HTTP') return []
    return Object.values(api.authorizers).flatMap(({ jwtConfiguration }) => {
      const poolId = readCognitoIssuer(jwtConfiguration?.issuer ?? '')
      return poolId === null ? [] : [{ poolId, issuer: jwtConfiguration!.issuer }]
    })
  })
}

export function localPool({ id, name, clients, users }: UserPool, region: string): LocalPool {
  return { id, name, issuer: cognitoIssuer(id, region), clients, users }
}

/**
 * A user of a pool by name. A pool without any users has everybody: the same name is the same person, with the same `sub`, every time.
 * Undefined when the pool has users, and none of this name.
 */
export function poolUser({ id, users }: LocalPool, username: string): PoolUser | undefined {
  if (users.length > 0) return users.find((user) => user.username === username)
  return { username, sub: uuidOf(`${id}/${username}`), groups: [], attributes: {} }
}

/** A UUID of version 8 (RFC 9562, 5.8) made of a digest. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
