/** Park and Miller: the same numbers, 0 to 1, for the same seed. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state * 48_271) % 2_147_483_647
    return this.state / 2_147_483_647
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  times<Item>(most: number, make: () => Item): Item[] {
    return Array.from({ length: this.below(most + 1) }, make)
  }
}
