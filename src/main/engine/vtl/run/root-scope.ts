import type { JavaValue } from '../java/java-value'
import type { Scope } from './macro-scope'
import type { Slots } from './slots'

/** The variables of a render, by slot. */
export class RootScope implements Scope {
  /** undefined and null both mean that there is no such variable. */
  readonly values: (JavaValue | undefined)[] = []

  constructor(readonly slots: Slots) {}

  get(name: string): JavaValue {
    const slot = this.slots.find(name)
    return slot === undefined ? null : (this.values[slot] ?? null)
  }

  put(name: string, value: JavaValue): void {
    this.values[this.slots.of(name)] = value
  }

  remove(name: string): void {
    this.values[this.slots.of(name)] = undefined
  }

  literalOf(): undefined {
    return undefined
  }
}
