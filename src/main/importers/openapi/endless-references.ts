/**
 * Finds models that refer to each other without ever looking into a value: `A` is `B`, `B` is `A`. Judging a value by one of them would
 * never end. A circle that goes through a property or an item is harmless, because values end.
 */
export class EndlessReferences {
  private readonly targets = new Map<string, Set<string>>()
  private readonly pointers = new Map<string, string>()

  at(name: string, pointer: string): void {
    this.pointers.set(name, pointer)
  }

  refers(name: string, target: string): void {
    const targets = this.targets.get(name)
    if (targets) targets.add(target)
    else this.targets.set(name, new Set([target]))
  }

  /** The circles, each with its names in the order they refer to each other. A model is in one circle at most. */
  circles(): { names: string[]; pointer: string }[] {
    const circles: { names: string[]; pointer: string }[] = []
    for (let names = this.findCircle(); names; names = this.findCircle()) {
      circles.push({ names, pointer: this.pointers.get(names[0] ?? '') ?? '' })
      for (const name of names) this.targets.delete(name)
    }
    return circles
  }

  private findCircle(): string[] | null {
    const done = new Set<string>()
    for (const start of this.targets.keys()) {
      const circle = this.circleFrom(start, done)
      if (circle) return circle
    }
    return null
  }

  /** Depth first with a path of its own, so that a long chain does not exhaust the stack. */
  private circleFrom(start: string, done: Set<string>): string[] | null {
    const path: string[] = []
    const pending: { name: string; depth: number }[] = [{ name: start, depth: 0 }]
    for (let next = pending.pop(); next; next = pending.pop()) {
      for (const left of path.splice(next.depth)) done.add(left)
      const at = path.indexOf(next.name)
      if (at >= 0) return path.slice(at)
      if (done.has(next.name)) continue
      path.push(next.name)
      for (const name of this.targets.get(next.name) ?? []) pending.push({ name, depth: path.length })
    }
    for (const left of path) done.add(left)
    return null
  }
}
