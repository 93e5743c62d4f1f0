/** Whether the host can be reached. `reason` is for a person: what is wrong and what to do. */
export type ConnectionState =
  { readonly state: 'connecting' } | { readonly state: 'open' } | { readonly state: 'lost'; readonly reason: string }

/** A value to be watched; its two functions are what React's `useSyncExternalStore` takes. */
export class Connection {
  private current: ConnectionState
  private readonly watchers = new Set<() => void>()

  constructor(initial: ConnectionState) {
    this.current = initial
  }

  readonly get = (): ConnectionState => this.current

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => void this.watchers.delete(watcher)
  }

  set(next: ConnectionState): void {
    this.current = next
    this.watchers.forEach((watcher) => watcher())
  }
}
