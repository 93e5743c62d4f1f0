import type { JavaValue } from '../java/java-value'

/** A macro's argument: evaluated anew each time it is read, in the place of the call. */
export type LazyArgument = () => JavaValue

/** Variables by name. */
export interface Scope {
  /** Java's null when there is no such variable. */
  get(name: string): JavaValue
  put(name: string, value: JavaValue): void
  remove(name: string): void
  /** What the caller of a macro wrote for its argument `$name`. */
  literalOf(reference: string): string | undefined
}

/**
 * The variables of one macro call, in front of those of its caller. A macro's `#set` sets both, so that it is seen behind the call too.
 * Source: Velocity 1.7, ProxyVMContext.
 */
export class MacroScope implements Scope {
  readonly #variables = new Map<string, JavaValue>()
  readonly #arguments = new Map<string, LazyArgument>()
  /** How arguments were written, printed in place of one without a value. */
  readonly #literals = new Map<string, string>()

  constructor(readonly caller: Scope) {}

  get(name: string): JavaValue {
    const value = this.#variables.get(name)
    if (value !== undefined && value !== null) return value
    const argument = this.#arguments.get(name)
    return argument === undefined ? this.caller.get(name) : argument()
  }

  put(name: string, value: JavaValue): void {
    this.#variables.set(name, value)
    this.caller.put(name, value)
  }

  /** Of this macro call only. */
  putHere(name: string, value: JavaValue): void {
    this.#variables.set(name, value)
  }

  putArgument(name: string, argument: LazyArgument, literal: string): void {
    this.#arguments.set(name, argument)
    this.#literals.set(`$${name}`, literal)
  }

  remove(name: string): void {
    this.#variables.delete(name)
    this.#arguments.delete(name)
    this.caller.remove(name)
  }

  literalOf(reference: string): string | undefined {
    return this.#literals.get(reference) ?? this.caller.literalOf(reference)
  }
}
