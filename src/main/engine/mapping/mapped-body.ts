import { JavaException } from '../vtl/java/java-exception'
import type { JavaValue } from '../vtl/java/java-value'
import { parseJson } from '../vtl/json/parse-json'
import { writeJson } from '../vtl/json/write-json'
import { compileJsonPath, readJsonPath } from '../vtl/json-path/json-path'

/** What a path finds in a body. `unreadable`: the body begins as JSON does but is none; `invalid`: the path is no JSONPath. */
export type BodyValue =
  { readonly kind: 'found'; readonly text: string } | { readonly kind: 'absent' | 'unreadable' | 'invalid' }

/** A body that mapping expressions read from, parsed when a path first asks for it, and once. */
export interface MappedBody {
  readonly text: string
  /** `path` as it stands behind "body.", as in "items[0].id". */
  find(path: string): BodyValue
}

const EMPTY = '{}'

/**
 * Texts as they are, everything else as JSON; null counts as absent. `prepare` may change what was parsed.
 * Source: rest-api.md 9.5: an empty body maps as `{}`.
 */
export function mappedBody(text: string, prepare: (document: JavaValue) => JavaValue = (same) => same): MappedBody {
  let document: { readonly value: JavaValue } | null = null
  return {
    text,
    find(path) {
      const compiled = attempt(() => compileJsonPath(path.startsWith('[') ? `$${path}` : `$.${path}`))
      if (compiled === null) return { kind: 'invalid' }
      document ??= attempt(() => ({ value: prepare(parseJson(text === '' ? EMPTY : text)) }))
      if (document === null) return { kind: 'unreadable' }
      const { value } = document
      const found = attempt(() => textOf(readJsonPath(compiled, value)))
      return found === null ? { kind: 'absent' } : { kind: 'found', text: found }
    },
  }
}

/** Whether `$input` could read a body at all; an empty one counts as `{}`. */
export function isReadableBody(text: string): boolean {
  return attempt(() => ({ value: parseJson(text === '' ? EMPTY : text) })) !== null
}

function textOf(value: JavaValue): string | null {
  return value === null || typeof value === 'string' ? value : writeJson(value, 'plain')
}

/** Null for what Java would have thrown at. */
function attempt<T>(run: () => T): T | null {
  try {
    return run()
  } catch (error) {
    if (error instanceof JavaException) return null
    throw error
  }
}
