import { Kind, type Token } from './token'
import type { TokenStream } from './token-stream'

/** Follows a rule from the token after `at`, without taking anything. The last token of the match, or null. */
type Scan = (stream: TokenStream, at: Token) => Token | null

/** Whether `[n..` comes next, which makes a list a range. Velocity tries this rule first, and looks as far as it needs to. */
export function isRangeNext(stream: TokenStream): boolean {
  return scanRangeStart(stream, stream.last) !== null
}

/** Whether `name(` and something that can be an argument come next. */
export function isMethodNext(stream: TokenStream, at: Token): boolean {
  const name = stream.after(at)
  if (name.kind !== Kind.Identifier) return false
  const open = stream.after(name)
  if (open.kind !== Kind.ParenOpen) return false
  const { kind } = stream.after(open)
  return kind === Kind.CallClose || kind === Kind.Whitespace || PARAMETER_STARTS.has(kind)
}

export const PARAMETER_STARTS: ReadonlySet<Kind> = new Set([
  Kind.StringLiteral,
  Kind.IntegerLiteral,
  Kind.FloatLiteral,
  Kind.ListOpen,
  Kind.MapOpen,
  Kind.True,
  Kind.False,
  Kind.Identifier,
  Kind.CurlyOpen,
])

function is(...kinds: readonly Kind[]): Scan {
  return (stream, at) => {
    const token = stream.after(at)
    return kinds.includes(token.kind) ? token : null
  }
}

function sequence(...rules: readonly Scan[]): Scan {
  return (stream, at) => {
    let end: Token | null = at
    for (const rule of rules) {
      end = rule(stream, end)
      if (end === null) return null
    }
    return end
  }
}

function choice(...rules: readonly Scan[]): Scan {
  return (stream, at) => {
    for (const rule of rules) {
      const end = rule(stream, at)
      if (end !== null) return end
    }
    return null
  }
}

function optional(rule: Scan): Scan {
  return (stream, at) => rule(stream, at) ?? at
}

function many(rule: Scan): Scan {
  return (stream, at) => {
    let end = at
    for (let next = rule(stream, end); next !== null; next = rule(stream, end)) end = next
    return end
  }
}

/** A rule that contains itself: looked up late, and counted. */
function counted(rule: () => Scan): Scan {
  return (stream, at) => {
    stream.countScan(at)
    return stream.nested(() => rule()(stream, at))
  }
}

const blank = optional(is(Kind.Whitespace))
const parameter: Scan = counted(() => parameterRule)
const reference: Scan = counted(() => referenceRule)

const index = sequence(
  is(Kind.IndexOpen),
  blank,
  choice(is(Kind.StringLiteral, Kind.IntegerLiteral, Kind.True, Kind.False), reference),
  blank,
  is(Kind.IndexClose),
)
const parameters = optional(sequence(parameter, many(sequence(is(Kind.Comma), parameter))))
const method = sequence(is(Kind.Identifier), is(Kind.ParenOpen), parameters, is(Kind.CallClose))
const path = sequence(
  is(Kind.Identifier),
  many(index),
  many(sequence(is(Kind.Dot), choice(method, is(Kind.Identifier)), many(index))),
)
const referenceRule = choice(path, sequence(is(Kind.CurlyOpen), path, is(Kind.CurlyClose)))
const bound = choice(reference, is(Kind.IntegerLiteral))
const scanRangeStart = sequence(is(Kind.ListOpen), blank, bound, blank, is(Kind.DoubleDot))
const range = sequence(scanRangeStart, blank, bound, blank, is(Kind.ListClose))
const pair = sequence(parameter, is(Kind.Colon), parameter)
const map = sequence(
  is(Kind.MapOpen),
  choice(sequence(pair, many(sequence(is(Kind.Comma), pair))), blank),
  is(Kind.MapClose, Kind.CurlyClose),
)
const list = sequence(is(Kind.ListOpen), parameters, is(Kind.ListClose))
const parameterRule = sequence(
  blank,
  choice(
    is(Kind.StringLiteral, Kind.IntegerLiteral),
    range,
    map,
    list,
    is(Kind.True, Kind.False),
    reference,
    is(Kind.FloatLiteral),
  ),
  blank,
)
