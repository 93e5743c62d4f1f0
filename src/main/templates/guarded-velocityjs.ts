import { Compile } from 'velocityjs'

/** Functions that a template may call on an object that has none of its own. */
export type HostFunctions = ReadonlyMap<object, Readonly<Record<string, (...args: readonly unknown[]) => unknown>>>

/** What velocityjs calls on itself and does not declare. Nodes of its syntax tree are passed through as they are. */
interface VelocityInternals {
  render(context: object, macros: object): string
  getLiteral(node: unknown): unknown
  getContext(name: string): Readonly<Record<string, unknown>>
  getPathKeys(reference: unknown): readonly string[]
  getAttributes(property: PathNode, base: unknown, node: unknown): unknown
  getPropMethod(property: PathNode, base: unknown, node: unknown): unknown
  setValue(node: SetNode): void
}

interface PathNode {
  readonly type: 'property' | 'index' | 'method'
  readonly id: unknown
  readonly args?: readonly unknown[]
}

interface SetNode {
  readonly equal: readonly [{ readonly id: string }, unknown]
}

const Velocity = Compile as unknown as new (tree: unknown) => VelocityInternals

/**
 * velocityjs without a way out: as published it lets a template read and call whatever JavaScript's objects inherit, up to a function
 * made from text, and write to what all objects share. Here a template reads and writes members of data only, and calls only what
 * is listed. What it cannot reach has no value, as an unknown member has none.
 */
export class GuardedVelocity extends Velocity {
  constructor(
    tree: unknown,
    private readonly hosts: HostFunctions,
  ) {
    super(tree)
  }

  override getAttributes(property: PathNode, base: unknown, node: unknown): unknown {
    if (base === null || base === undefined) return undefined
    if (property.type === 'method') return this.getPropMethod(property, base, node)
    const name = property.type === 'index' ? this.getLiteral(property.id) : property.id
    return memberOf(base, name)
  }

  override getPropMethod(property: PathNode, base: unknown, node: unknown): unknown {
    const name = String(property.id)
    if (typeof base === 'function') return undefined
    const own = typeof base === 'object' && base !== null ? this.hosts.get(base) : undefined
    if (own) return Object.hasOwn(own, name) ? own[name]?.(...this.valuesOf(property)) : undefined
    const known = knownMethod(base, name)
    if (known) return known(base, this.valuesOf(property).map(plainArgument))
    return isHandled(base, name) ? super.getPropMethod(property, base, node) : undefined
  }

  override setValue(node: SetNode): void {
    const [target] = node.equal
    let base: unknown = this.getContext(target.id)[target.id]
    for (const key of this.getPathKeys(target).slice(0, -1)) base = memberOf(base, key)
    if (typeof base !== 'function') super.setValue(node)
  }

  private valuesOf({ args = [] }: PathNode): unknown[] {
    return args.map((argument) => this.getLiteral(argument))
  }
}
