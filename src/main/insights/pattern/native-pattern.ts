import { parsePattern } from '../../engine/validation/pattern/parse-pattern'
import type { PatternNode, RepeatNode } from '../../engine/validation/pattern/pattern-node'

/** Ways in which one place of a text may be tried, up to which the runtime's own matcher answers soon. */
const MOST_WAYS = 500

interface Cost {
  readonly ways: number
  /** Unbounded repetitions that may end at many places. */
  readonly loops: number
  /** Those that can end at one place only, as in `[^"]*"`: going back into them finds nothing new. */
  readonly runs: number
}

const ONE: Cost = { ways: 1, loops: 0, runs: 0 }
const IMPOSSIBLE: Cost = { ways: Infinity, loops: Infinity, runs: Infinity }

/**
 * The pattern for the runtime's own matcher, which is much faster than the safe one, where a short text cannot make it slow: there are
 * few alternatives, and from one place on the time grows with the length of the text only. Null for any other. `ignoresCase` is what
 * `(?i)` asks for.
 */
export function nativePattern(body: string, ignoresCase: boolean): RegExp | null {
  const node = parsePattern(body)
  if ('problem' in node) return null
  const { ways, loops, runs } = costOf(node, ignoresCase)
  if (ways > MOST_WAYS || loops > 1 || (loops === 1 && runs > 0)) return null
  try {
    return new RegExp(body, ignoresCase ? 'iu' : 'u')
  } catch {
    // Written more loosely than strict Unicode syntax allows; the safe matcher reads it.
    return null
  }
}

function costOf(node: PatternNode, ignoresCase: boolean): Cost {
  const cost = (inner: PatternNode): Cost => costOf(inner, ignoresCase)
  switch (node.kind) {
    case 'set':
    case 'start':
    case 'end':
    case 'boundary':
      return ONE
    case 'sequence':
      return node.parts
        .map((part, index) =>
          !ignoresCase && endsAtOnePlace(part, node.parts[index + 1]) ? { ...ONE, runs: 1 } : cost(part),
        )
        .reduce(inRow, ONE)
    case 'choice':
      return node.options.map(cost).reduce((a, b) => ({ ...inRow(a, b), ways: a.ways + b.ways }))
    case 'capture':
      return cost(node.body)
    case 'repeat':
      return repeated(cost(node.body), node)
    case 'look':
    case 'backreference':
      return IMPOSSIBLE
  }
}

function inRow(a: Cost, b: Cost): Cost {
  return { ways: a.ways * b.ways, loops: a.loops + b.loops, runs: a.runs + b.runs }
}

function repeated({ ways, loops, runs }: Cost, { body, min, max }: RepeatNode): Cost {
  if (max === Infinity) return body.kind === 'set' ? { ...ONE, loops: 1 } : IMPOSSIBLE
  return { ways: ways ** max * (max - min + 1), loops: loops * max, runs: runs * max }
}

/** Whether a part repeats characters none of which can be the next one behind it, or goes on to the end of the text. */
function endsAtOnePlace(part: PatternNode, next: PatternNode | undefined): boolean {
  const inner = part.kind === 'capture' ? part.body : part
  if (inner.kind !== 'repeat' || inner.max !== Infinity || inner.body.kind !== 'set') return false
  const { set } = inner.body
  if (next?.kind === 'set')
    return next.set.every(([from, to]) => set.every(([first, last]) => last < from || first > to))
  return next?.kind === 'end'
}
