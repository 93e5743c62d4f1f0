/** Which item of `before` is which of `after`: each rule in turn pairs those still alone that it gives the same text. */
export function pairItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  rules: readonly ((item: Item) => string)[],
): Map<Item, Item> {
  const pairs = new Map<Item, Item>()
  const taken = new Set<Item>()
  for (const rule of rules) {
    const waiting = new Map<string, Item[]>()
    for (const item of after) {
      if (taken.has(item)) continue
      const text = rule(item)
      waiting.set(text, [...(waiting.get(text) ?? []), item])
    }
    for (const item of before) {
      if (pairs.has(item)) continue
      const partner = waiting.get(rule(item))?.shift()
      if (partner === undefined) continue
      pairs.set(item, partner)
      taken.add(partner)
    }
  }
  return pairs
}

/** What the items of one design are called in a comparison. */
export type Labels<Item> = ReadonlyMap<Item, string>

/** A value for each of the two designs. */
export interface Sides<Value> {
  readonly before: Value
  readonly after: Value
}

/** One label for each item of both sides, the same for those that are paired, told apart where names repeat. */
export function labelItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  pairs: ReadonlyMap<Item, Item>,
  nameOf: (item: Item) => string,
): Sides<Labels<Item>> {
  const used = new Set<string>()
  const now = new Map(after.map((item) => [item, unusedLabel(nameOf(item), used)]))
  const old = new Map<Item, string>()
  for (const item of before) {
    const partner = pairs.get(item)
    const label = partner === undefined ? undefined : now.get(partner)
    old.set(item, label ?? unusedLabel(nameOf(item), used))
  }
  return { before: old, after: now }
}

function unusedLabel(name: string, used: Set<string>): string {
  let label = name
  for (let count = 2; used.has(label); count += 1) label = `${name} (${count})`
  used.add(label)
  return label
}
