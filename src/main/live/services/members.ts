import { ServiceException } from './service-exception'

/** Members of a request of the JSON protocol. Only its own members count: a name may be `__proto__`. */
export type Members = Readonly<Record<string, unknown>>

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function memberOf(input: Members, name: string): unknown {
  return Object.hasOwn(input, name) && input[name] !== null ? input[name] : undefined
}

/** Throws `SerializationException` for what is no text. */
export function textMember(input: Members, name: string): string | undefined {
  const value = memberOf(input, name)
  if (value === undefined || typeof value === 'string') return value
  throw wrongKind(value, 'a string', name)
}

/** Throws `SerializationException` for what is no whole number. */
export function wholeMember(input: Members, name: string): number | undefined {
  const value = memberOf(input, name)
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value))) return value
  throw wrongKind(value, 'a whole number', name)
}

/** Throws `SerializationException` for what is no list. */
export function listMember(input: Members, name: string): readonly unknown[] | undefined {
  const value = memberOf(input, name)
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value as readonly unknown[]
  throw wrongKind(value, 'a list', name)
}

/** Throws `SerializationException` for what is no map. */
export function mapMember(input: Members, name: string): Members | undefined {
  const value = memberOf(input, name)
  if (value === undefined || isMembers(value)) return value
  throw wrongKind(value, 'a map', name)
}

export function wrongKind(value: unknown, expected: string, name: string): ServiceException {
  const found = Array.isArray(value) ? 'a list' : isMembers(value) ? 'a map' : `a ${typeof value}`
  return new ServiceException('SerializationException', `${name} must be ${expected}, not ${found}`)
}
