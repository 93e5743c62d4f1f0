import { FragmentReader } from './fragment-reader'
import { invalidPath } from './path-exception'
import type { PathToken } from './path-token'

const INTEGER = /^-?\d+$/
const INT_MAX = 2_147_483_647

/**
 * `[3]`, `[0,2]`, `[1:3]`, `[(@.length-1)]`, from the first digit, ":", "-" or "@" of the fragment on.
 * As Jayway 2.0.0: blanks do not count, a step is read and forgotten (`[0:4:2]` is `[0:4]`), and the rest after what is not a number is
 * not looked at.
 * Errors: InvalidPathException.
 */
export function parseIndexes(fragment: string, at: number): PathToken {
  const reader = new FragmentReader(fragment, at)
  return reader.current === '@' ? parseFromEnd(reader) : parseNumbers(reader)
}

function parseFromEnd(reader: FragmentReader): PathToken {
  reader.advance()
  reader.advance()
  let name = ''
  for (; reader.current !== '-'; reader.advance()) if (!' ()'.includes(reader.current)) name += reader.current
  if (name !== 'length' && name !== 'size') {
    throw invalidPath(`Invalid function: @.${name}. Supported functions are: [(@.length - n)] and [(@.size() - n)]`)
  }
  const offset = reader.takeWhile((character) => character !== ')')
  return { kind: 'fromEnd', offset: parseInteger(offset) }
}

type Shape = 'index' | 'indexes' | 'from' | 'to' | 'between'

function parseNumbers(reader: FragmentReader): PathToken {
  const numbers: number[] = []
  const shapes = new Set<Shape>()
  let digits = ''
  for (; isDigit(reader.current) || ', :-'.includes(reader.current); reader.advance()) {
    const character = reader.current
    if (character === ',') {
      numbers.push(parseInteger(digits))
      digits = ''
      shapes.add('indexes')
    } else if (character === ':') {
      shapes.add(parseSlice(reader, digits, numbers))
      digits = ''
      if (reader.current === ']') break
    } else if (character !== ' ') digits += character
  }
  if (digits !== '') numbers.push(parseInteger(digits))
  return tokenOf(numbers, shapes)
}

/** From a colon to what follows the number after it; the loop around then steps over that one, whatever it is. */
function parseSlice(reader: FragmentReader, digits: string, numbers: number[]): Shape {
  if (digits !== '') numbers.push(parseInteger(digits))
  reader.advance()
  const end = reader.takeWhile((character) => isDigit(character) || character === '-')
  if (digits !== '' && end === '') return 'from'
  numbers.push(parseInteger(end))
  return digits === '' ? 'to' : 'between'
}

/** Several shapes in one, as in `[1:3,4]`: Jayway has an order of its own. */
function tokenOf(numbers: readonly number[], shapes: ReadonlySet<Shape>): PathToken {
  const [first = 0, second = 0] = numbers
  if (numbers.length === 1 && !shapes.has('to') && !shapes.has('from')) return { kind: 'index', index: first }
  if (shapes.has('indexes')) return { kind: 'indexes', indexes: numbers }
  if (shapes.has('from')) return { kind: 'slice', from: first, to: null }
  if (shapes.has('to')) return { kind: 'slice', from: null, to: first }
  return { kind: 'slice', from: first, to: second }
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function parseInteger(digits: string): number {
  const value = INTEGER.test(digits) ? Number(digits) : NaN
  if (value >= -INT_MAX - 1 && value <= INT_MAX) return value
  throw invalidPath(`"${digits}" is no index of a list`)
}
