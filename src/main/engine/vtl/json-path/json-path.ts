import { JavaException } from '../java/java-exception'
import { JavaList } from '../java/java-list'
import type { JavaValue } from '../java/java-value'
import { definitePath } from './definite-path'
import { parsePath } from './parse-path'
import { pathStep } from './path-step'
import { isDefinite } from './path-token'
import { Search } from './search'

/** A compiled path. */
export interface JsonPath {
  /** It leads to one place at most, so that the result is the value there; else it is a list. */
  readonly isDefinite: boolean
  /** What the path finds. Errors: as Java throws them. `readJsonPath` is the way to call it. */
  readonly find: (document: JavaValue) => JavaValue | undefined
}

const CACHE_SIZE = 500
/** Longer paths are compiled each time, so that the cache stays small. */
const MAX_CACHED_LENGTH = 1_000

const cache = new Map<string, JsonPath>()

/**
 * Compile a path of Jayway JsonPath 2.0.0, the dialect of `$input.path` and `$input.json`. No code is evaluated.
 * Errors: JavaException InvalidPathException; IllegalArgumentException for an empty text.
 */
export function compileJsonPath(path: string): JsonPath {
  const known = cache.get(path)
  if (known !== undefined) return known
  const compiled = compile(path)
  if (path.length <= MAX_CACHED_LENGTH) {
    if (cache.size >= CACHE_SIZE) cache.clear()
    cache.set(path, compiled)
  }
  return compiled
}

function compile(path: string): JsonPath {
  const tokens = parsePath(path)
  if (isDefinite(tokens)) return { isDefinite: true, find: definitePath(tokens, false) }
  const step = pathStep(tokens)
  return {
    isDefinite: false,
    find(document) {
      const search = new Search(document)
      return step(document, search) ? search.results : undefined
    },
  }
}

/**
 * What the path finds: the value, or null when it is missing; for an indefinite path a JSONArray, empty also when something on the way
 * does not fit (`$.*.a` on members that are no maps, a filter that compares a number with text).
 * Source: Jayway with the option SUPPRESS_EXCEPTIONS, which agrees with every recorded result.
 * Errors: JavaException OutOfMemoryError or StackOverflowError for a path that finds too much.
 */
export function readJsonPath(path: JsonPath, document: JavaValue): JavaValue {
  try {
    const found = path.find(document)
    if (found !== undefined) return found
  } catch (error) {
    // Java's errors, other than its exceptions, are not suppressed.
    if (!(error instanceof JavaException) || error.className.endsWith('Error')) throw error
  }
  return path.isDefinite ? null : new JavaList([], 'net.minidev.json.JSONArray')
}
