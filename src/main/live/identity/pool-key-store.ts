/** Where the keys of user pools are kept between runs. What is read is checked before it is used. */
export interface PoolKeyStore {
  /** Null when nothing readable is kept. */
  read(poolId: string): Promise<unknown>
  /** Keep keys unless some are kept already, perhaps by another process a moment ago. */
  add(poolId: string, keys: object): Promise<void>
  replace(poolId: string, keys: object): Promise<void>
}

/** Keys that live as long as the process. */
export function memoryKeyStore(): PoolKeyStore {
  const kept = new Map<string, object>()
  return {
    read: (poolId) => Promise.resolve(kept.get(poolId) ?? null),
    add(poolId, keys) {
      if (!kept.has(poolId)) kept.set(poolId, keys)
      return Promise.resolve()
    },
    replace(poolId, keys) {
      kept.set(poolId, keys)
      return Promise.resolve()
    },
  }
}
