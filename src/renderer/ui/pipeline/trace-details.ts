import type { TraceEntry } from '@shared/trace'

type Value = string | number | boolean | null

/** Reads the members of a trace entry and remembers which were read, so that the others can be shown as they are. */
export class Details {
  private readonly unread: Map<string, Value>

  constructor(members: TraceEntry['details']) {
    this.unread = new Map(Object.entries(members))
  }

  /** null when absent, null or not text. */
  text(name: string): string | null {
    const value = this.unread.get(name)
    if (typeof value === 'string' || value === null) this.unread.delete(name)
    return typeof value === 'string' ? value : null
  }

  /** null when absent, null or not a number. */
  number(name: string): number | null {
    const value = this.unread.get(name)
    if (typeof value === 'number' || value === null) this.unread.delete(name)
    return typeof value === 'number' ? value : null
  }

  /** What was not asked for, as "name: value". */
  rest(): string[] {
    return [...this.unread].map(([name, value]) => `${name}: ${String(value)}`)
  }
}
