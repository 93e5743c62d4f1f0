type Method = (...args: readonly unknown[]) => unknown

/** The member of a value that is its own and no function; undefined for any other. */
export function memberOf(base: unknown, name: unknown): unknown {
  if (base === null || base === undefined || typeof base === 'function' || !isPrimitive(name)) return undefined
  const object: object = Object(base)
  const key = String(name)
  if (!Object.hasOwn(object, key)) return undefined
  const value: unknown = Reflect.get(object, key)
  return typeof value === 'function' ? undefined : value
}

/**
 * The methods of JavaScript's texts and lists that templates call because Java's have the same names, and those of Java's `String`
 * that emulators add. Functions are never passed on, so nothing is called back.
 */
export function plainMethod(base: unknown, name: string): Method | undefined {
  const methods: Methods<never> | undefined =
    typeof base === 'string'
      ? TEXT_METHODS
      : Array.isArray(base)
        ? LIST_METHODS
        : isPrimitive(base)
          ? OTHER_METHODS
          : undefined
  if (!methods || !Object.hasOwn(methods, name)) return undefined
  const method = methods[name]
  return method && ((...args) => method(base as never, ...args.map(plainArgument)))
}

/** What a template can pass on without passing on code. */
export type Plain = string | number | boolean | null | undefined
type Methods<Base> = Readonly<Record<string, (base: Base, ...args: readonly Plain[]) => unknown>>

const TEXT_METHODS: Methods<string> = {
  charAt: (text, at) => text.charAt(Number(at)),
  concat: (text, other) => text + String(other),
  contains: (text, part) => text.includes(String(part)),
  endsWith: (text, part) => text.endsWith(String(part)),
  equals: (text, other) => text === other,
  equalsIgnoreCase: (text, other) => text.toLowerCase() === String(other).toLowerCase(),
  includes: (text, part) => text.includes(String(part)),
  indexOf: (text, part, from) => text.indexOf(String(part), Number(from ?? 0)),
  lastIndexOf: (text, part) => text.lastIndexOf(String(part)),
  matches: (text, pattern) => new RegExp(`^(?:${String(pattern)})$`).test(text),
  replace: (text, part, other) => text.replace(String(part), () => String(other)),
  replaceAll: (text, pattern, other) => text.replace(new RegExp(String(pattern), 'g'), String(other)),
  replaceFirst: (text, pattern, other) => text.replace(new RegExp(String(pattern)), String(other)),
  split: (text, separator) => text.split(String(separator)),
  startsWith: (text, part) => text.startsWith(String(part)),
  substring: (text, start, end) => text.substring(Number(start), end === undefined ? text.length : Number(end)),
  toLowerCase: (text) => text.toLowerCase(),
  toString: (text: string) => text,
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
}

const LIST_METHODS: Methods<readonly unknown[]> = {
  contains: (list, value) => list.includes(value),
  includes: (list, value) => list.includes(value),
  indexOf: (list, value) => list.indexOf(value),
  join: (list, separator) => list.map(String).join(separator === undefined ? ',' : String(separator)),
}

const OTHER_METHODS: Methods<unknown> = {
  toString: String,
}

function plainArgument(value: unknown): Plain {
  return isPrimitive(value) ? value : undefined
}

export function isPrimitive(value: unknown): value is Plain {
  return value === null || (typeof value !== 'object' && typeof value !== 'function')
}
