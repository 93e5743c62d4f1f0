import { Compile } from 'velocityjs'
import { isPrimitive, memberOf, plainMethod } from './plain-methods'

/** Functions that a template may call, by the object it finds them on. The objects themselves hold none. */
export type HostFunctions = ReadonlyMap<object, Readonly<Record<string, (...args: readonly unknown[]) => unknown>>>

/** What velocityjs calls on itself and does not declare. Nodes of its syntax tree are passed through as they are. */
interface VelocityInternals {
  render(context: object, macros: object): string
  getLiteral(node: unknown): unknown
  getArray(node: ListNode): unknown
  getAttributes(property: PathNode, base: unknown, node: unknown): unknown
  getPropMethod(property: PathNode, base: unknown, node: unknown): unknown
  resolveSetPath(context: Members, target: { readonly id: string }, keys: readonly string[]): object
}

type Members = Readonly<Record<string, unknown>>

interface PathNode {
  readonly type: 'property' | 'index' | 'method'
  readonly id: unknown
  /** false for none. */
  readonly args?: readonly unknown[] | false
}

interface ListNode {
  readonly isRange?: boolean
  readonly value: readonly unknown[]
}

const Velocity = Compile as unknown as new (tree: unknown) => VelocityInternals

/** Methods that velocityjs has of its own for data, and the beginnings of names that it takes for getters and setters. */
const HANDLED: ReadonlySet<string> = new Set(['keySet', 'entrySet', 'size', 'put', 'add', 'remove', 'subList'])
const HANDLED_START = /^(?:get|set|is)/

/** Numbers that a range may have: a longer list ends the process before the watch can. */
const LONGEST_RANGE = 1_000_000

/**
 * velocityjs without a way out: as published it lets a template read and call whatever JavaScript's objects inherit, up to functions
 * made from text, and write to what all objects share. Here a template reads and writes members of data only, and calls only what is
 * listed. What it cannot reach has no value, like a member that is not there.
 */
export class GuardedVelocity extends Velocity {
  constructor(
    tree: unknown,
    private readonly hosts: HostFunctions,
  ) {
    super(tree)
  }

  override getAttributes(property: PathNode, base: unknown, node: unknown): unknown {
    if (property.type === 'method') return this.getPropMethod(property, base, node)
    return memberOf(base, property.type === 'index' ? this.getLiteral(property.id) : property.id)
  }

  override getPropMethod(property: PathNode, base: unknown, node: unknown): unknown {
    if (base === null || base === undefined || typeof base === 'function') return undefined
    const name = String(property.id)
    const host = typeof base === 'object' ? this.hosts.get(base) : undefined
    if (host) return Object.hasOwn(host, name) ? host[name]?.(...this.valuesOf(property)) : undefined
    const method = plainMethod(base, name)
    if (method) return method(...this.valuesOf(property))
    return isHandled(base, name) ? super.getPropMethod(property, base, node) : undefined
  }

  override getArray(node: ListNode): unknown {
    const [first = 0, last = 0] = node.isRange ? node.value.map((end) => this.numberOf(end)) : []
    if (Math.abs(last - first) > LONGEST_RANGE)
      throw new RangeError(`A range of more than ${LONGEST_RANGE.toLocaleString('en-US')} numbers is not made.`)
    return super.getArray(node)
  }

  override resolveSetPath(context: Members, target: { readonly id: string }, keys: readonly string[]): object {
    let base = memberOf(context, target.id)
    for (const key of keys.slice(0, -1)) {
      base = memberOf(base, key)
      if (typeof base !== 'object') return { blocked: true }
    }
    return super.resolveSetPath(context, target, keys)
  }

  /** The end of a range is written as a number or is a reference. */
  private numberOf(end: unknown): number {
    return Number(isPrimitive(end) ? end : this.getLiteral(end))
  }

  private valuesOf({ args }: PathNode): unknown[] {
    return args ? args.map((argument) => this.getLiteral(argument)) : []
  }
}

/** Whether velocityjs answers a call itself, instead of handing it to JavaScript. */
function isHandled(base: unknown, name: string): boolean {
  if (!HANDLED.has(name) && !HANDLED_START.test(name)) return false
  const inherited: unknown = Reflect.get(Object(base) as object, name)
  return typeof inherited !== 'function'
}
