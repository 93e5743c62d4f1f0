/** Returns the value before while the next one is equal, so that what depends on it by identity is not worked out again. */
export function keepEqual<T>(isEqual: (a: T, b: T) => boolean): (next: T) => T {
  let last: T | undefined
  return (next) => {
    if (last === undefined || !isEqual(last, next)) last = next
    return last
  }
}

export function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}

export function isSameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value)
}
