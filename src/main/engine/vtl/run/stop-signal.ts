/**
 * Thrown by `#stop` and `#break` up to whoever it ends. Source: Velocity 1.7, StopCommand.
 * `nearest`: the closest loop, macro, block or `#evaluate`; `loop`: the loop with this scope; `all`: the render or `#evaluate`.
 */
export class StopSignal extends Error {
  constructor(
    readonly ends: 'nearest' | 'loop' | 'all',
    readonly scope: object | null = null,
  ) {
    super('A template stopped.')
    this.name = 'StopSignal'
  }

  endsBlock(): boolean {
    return this.ends === 'nearest'
  }

  endsLoop(scope: object): boolean {
    return this.ends === 'nearest' || this.scope === scope
  }

  endsTemplate(): boolean {
    return this.ends !== 'loop'
  }
}
