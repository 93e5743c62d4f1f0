import { attributesSize, type AttributeMap } from './attribute-value'
import type { Condition } from './expressions/condition'
import {
  checkKey,
  compareBy,
  hasSameNames,
  keyAttributes,
  keyText,
  mismatch,
  schemaOfItem,
  schemaOfKey,
  type KeyAttribute,
  type KeySchema,
} from './key-schema'
import { validation } from './validation'

/** Source: DynamoDB quotas, "Item size". */
const MOST_ITEM_BYTES = 400 * 1024

/** Counts the bytes of all tables together, so that callers cannot fill the memory. */
export interface Space {
  bytes: number
  readonly most: number
}

/** A table without a definition: what its key is, it learns from its first use. */
export class Table {
  readonly name: string
  private readonly space: Space
  private items = new Map<string, AttributeMap>()
  private schema: KeySchema | null = null
  private isGuess = false

  constructor(name: string, space: Space) {
    this.name = name
    this.space = space
  }

  /** Null while nothing is known. */
  get keySchema(): KeySchema | null {
    return this.schema
  }

  /** The key was guessed from an item, and no request has named it yet. */
  get hasGuessedKey(): boolean {
    return this.isGuess
  }

  /** Throws for a key that does not fit. */
  get(key: AttributeMap): AttributeMap | undefined {
    // First, because it may put every item under another key.
    const text = keyText(this.schemaFor(key), key)
    return this.items.get(text)
  }

  /** Learns the key from the first item when no request has named one. Throws for an item that has no such key, or is too large. */
  keyOfItem(item: AttributeMap, condition: Condition | null): string {
    if (this.schema === null) {
      this.schema = schemaOfItem(item, condition)
      this.isGuess = true
    }
    const key = keyText(this.schema, item)
    if (attributesSize(item) > MOST_ITEM_BYTES) throw validation('Item size has exceeded the maximum allowed size')
    return key
  }

  /** `key` as `keyOfItem` gave it. */
  at(key: string): AttributeMap | undefined {
    return this.items.get(key)
  }

  put(key: string, item: AttributeMap): void {
    const old = this.items.get(key)
    const growth = attributesSize(item) - (old === undefined ? 0 : attributesSize(old))
    if (this.space.bytes + growth > this.space.most) {
      const message = `The local DynamoDB holds ${this.space.most} bytes at most. Start the gateway again to empty it.`
      throw validation(message, message)
    }
    this.space.bytes += growth
    this.items.set(key, item)
  }

  delete(key: AttributeMap): AttributeMap | undefined {
    const text = keyText(this.schemaFor(key), key)
    const old = this.items.get(text)
    if (old === undefined) return undefined
    this.space.bytes -= attributesSize(old)
    this.items.delete(text)
    return old
  }

  /** In no order. */
  all(): readonly AttributeMap[] {
    return [...this.items.values()]
  }

  /** The order of items by the table's own key. */
  compare(a: AttributeMap, b: AttributeMap): number {
    for (const attribute of this.schema === null ? [] : keyAttributes(this.schema)) {
      const order = compareBy(attribute, a, b)
      if (order !== 0) return order
    }
    return 0
  }

  /**
   * The schema, once it is known to fit a `Key`. A guess gives way to what a request says, if every item so far has that key.
   */
  schemaFor(key: AttributeMap): KeySchema {
    const named = schemaOfKey(key)
    if (this.schema === null) this.schema = named
    else if (this.isGuess && !hasSameNames(this.schema, named)) this.learn(named)
    else checkKey(this.schema, key)
    this.isGuess = false
    return this.schema
  }

  /**
   * A Query of the table itself names its partition key. What was guessed becomes the sort key if the query names none, so that items
   * stay apart.
   */
  learnFromQuery(hash: KeyAttribute, range: KeyAttribute | null): KeySchema {
    if (this.schema === null) this.schema = { hash, range }
    else if (this.isGuess && this.schema.hash.name !== hash.name) {
      this.learn({ hash, range: range ?? this.schema.range ?? this.schema.hash })
    }
    return this.schema
  }

  private learn(schema: KeySchema): void {
    const items = [...this.items.values()]
    const hasKey = (item: AttributeMap): boolean =>
      keyAttributes(schema).every(({ name, type }) => item.get(name)?.type === type)
    if (!items.every(hasKey)) throw mismatch()
    const byKey = new Map(items.map((item) => [keyText(schema, item), item]))
    if (byKey.size < items.length) throw mismatch()
    this.schema = schema
    this.items = byKey
  }
}
