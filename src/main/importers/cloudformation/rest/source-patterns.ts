import { matchesWildcard } from '../../../engine/authorizers/wildcard'

/** More comparisons than any honest template needs; beyond them everything counts as matched, so that nothing false is said. */
const MOST_COMPARISONS = 2_000_000

/** How much comparing is left for one template. */
export interface Budget {
  comparisons: number
}

export function newBudget(): Budget {
  return { comparisons: MOST_COMPARISONS }
}

/**
 * The ends of ARNs that may call a function, with stars, as in "a1b2c3d4e5/prod/GET/*". Looked up by what stands behind the last star,
 * so that a template with a permission for each method takes no time.
 */
export class SourcePatterns {
  private readonly byTail = new Map<string, Set<string>>()
  private readonly budget: Budget

  constructor(budget: Budget) {
    this.budget = budget
  }

  add(pattern: string): void {
    const tail = pattern.slice(Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?')) + 1)
    const patterns = this.byTail.get(tail) ?? new Set<string>()
    this.byTail.set(tail, patterns)
    patterns.add(pattern)
  }

  /** Whether one of the patterns fits a text. */
  match(text: string): boolean {
    for (let start = 0; start <= text.length; start += 1) {
      for (const pattern of this.byTail.get(text.slice(start)) ?? []) {
        if (this.isSpent() || matchesWildcard(pattern, text)) return true
      }
    }
    return false
  }

  /** Whether one of the patterns fits a text that begins so, or is more exact. */
  matchStart(start: string): boolean {
    for (const patterns of this.byTail.values()) {
      for (const pattern of patterns) {
        if (this.isSpent() || pattern.startsWith(start) || matchesWildcard(pattern, start)) return true
      }
    }
    return false
  }

  private isSpent(): boolean {
    this.budget.comparisons -= 1
    return this.budget.comparisons < 0
  }
}
