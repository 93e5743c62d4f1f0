/** Where each variable of a template is kept: numbers instead of names, so that a render reads an array. */
export class Slots {
  readonly #numbers = new Map<string, number>()

  /** The slot of a name, new when the name is. */
  of(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const slot = this.#numbers.size
    this.#numbers.set(name, slot)
    return slot
  }

  /** The same slots, to be added to without changing these. */
  copy(): Slots {
    const copy = new Slots()
    for (const name of this.#numbers.keys()) copy.of(name)
    return copy
  }

  /** undefined for a name that the template does not mention. */
  find(name: string): number | undefined {
    return this.#numbers.get(name)
  }
}
