import { randomUUID } from 'node:crypto'
import type { KeyLookup, RsaKey } from '../../engine/authorizers/jwt/rsa-key'
import { cognitoTokenClaims, signToken, type MintedToken, type TokenRequest } from './cognito-token'
import type { LocalPool } from './local-pool'
import type { PoolKeyStore } from './pool-key-store'
import { makePoolKey, readPoolKeys, storedPoolKeys, type PoolKeys } from './pool-keys'

/** Plays Cognito's user pools on this computer: makes their keys, publishes the public halves and signs tokens. */
export interface LocalIdentityProvider {
  /** What a pool publishes; made at first use. */
  publishedKeys(poolId: string): Promise<readonly RsaKey[]>
  /** The same to judge a token by. Keys that another process has stored meanwhile are found by their `kid`. Never rejects. */
  find(poolId: string, kid: string | null): Promise<KeyLookup>
  /** From now on another key signs. Tokens of the one before stay good until the next rotation. */
  rotate(poolId: string): Promise<void>
  mintToken(pool: Pick<LocalPool, 'id' | 'issuer'>, request: TokenRequest): Promise<MintedToken>
}

export interface LocalIdentityPorts {
  readonly store: PoolKeyStore
  /** For `jti` and the like; random UUIDs when absent. */
  readonly randomId?: () => string
}

export function createLocalIdentityProvider({
  store,
  randomId = randomUUID,
}: LocalIdentityPorts): LocalIdentityProvider {
  /** A promise, so that requests at the same time make and read a pool's keys once. */
  const pools = new Map<string, Promise<PoolKeys>>()

  const load = (poolId: string): Promise<PoolKeys> => {
    const loading = loadOrMake(store, poolId)
    pools.set(poolId, loading)
    // A store that failed is asked again the next time.
    loading.catch(() => pools.delete(poolId))
    return loading
  }
  const keysOf = (poolId: string): Promise<PoolKeys> => pools.get(poolId) ?? load(poolId)

  const reloads = new Map<string, Promise<PoolKeys>>()
  const reload = (poolId: string): Promise<PoolKeys> => {
    const reloading = reloads.get(poolId) ?? load(poolId).finally(() => reloads.delete(poolId))
    reloads.set(poolId, reloading)
    return reloading
  }

  return {
    publishedKeys: async (poolId) => publicKeys(await keysOf(poolId)),
    async find(poolId, kid) {
      try {
        const known = publicKeys(await keysOf(poolId))
        const isAmongThem = kid === null || known.some((key) => key.kid === kid)
        return { kind: 'keys', keys: isAmongThem ? known : publicKeys(await reload(poolId)) }
      } catch (error) {
        const problem = `the keys of the user pool ${poolId} cannot be read or kept: ${String(error)}`
        return { kind: 'unavailable', problem }
      }
    },
    async rotate(poolId) {
      const [signing] = await keysOf(poolId)
      const keys: PoolKeys = [await makePoolKey(), signing]
      await store.replace(poolId, storedPoolKeys(poolId, keys))
      pools.set(poolId, Promise.resolve(keys))
    },
    async mintToken({ id, issuer }, request) {
      const [signing] = await keysOf(id)
      const claims = cognitoTokenClaims(request, request.issuer ?? issuer, randomId)
      return { token: signToken(claims, signing), claims }
    },
  }
}

async function loadOrMake(store: PoolKeyStore, poolId: string): Promise<PoolKeys> {
  const kept = readPoolKeys(await store.read(poolId))
  if (kept !== null) return kept
  const made: PoolKeys = [await makePoolKey()]
  await store.add(poolId, storedPoolKeys(poolId, made))
  // Another process may have been faster: everybody uses what is kept.
  const now = readPoolKeys(await store.read(poolId))
  if (now !== null) return now
  await store.replace(poolId, storedPoolKeys(poolId, made))
  return made
}

function publicKeys(keys: PoolKeys): readonly RsaKey[] {
  return keys.map(({ publicKey }) => publicKey)
}
