import { membersOf } from './websocket-case'

/** Where an actual value has other members or other JSON types than a recorded one, or undefined. */
export function shapeDifference(expected: unknown, actual: unknown, place: string): string | undefined {
  const [wanted, found] = [typeOf(expected), typeOf(actual)]
  if (wanted !== found) return `${place}: expected ${wanted}, found ${found}`
  if (wanted === 'array') return (actual as readonly unknown[]).length === 0 ? `${place}: is empty` : undefined
  if (wanted !== 'object') return undefined
  const [members, actualMembers] = [membersOf(expected), membersOf(actual)]
  const missing = Object.keys(members).find((name) => !Object.hasOwn(actualMembers, name))
  if (missing !== undefined) return `${place}.${missing}: is missing`
  const extra = Object.keys(actualMembers).find((name) => !Object.hasOwn(members, name) && !isFree(place))
  if (extra !== undefined) return `${place}.${extra}: was not recorded`
  return Object.entries(members)
    .map(([name, member]) => shapeDifference(member, actualMembers[name], `${place}.${name}`))
    .find((difference) => difference !== undefined)
}

/** Clients send headers of their own. */
function isFree(place: string): boolean {
  return /\.(?:headers|multiValueHeaders)$/.test(place)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Where an actual value lacks a member of an expected one, or has another value there, or undefined. */
export function subsetDifference(expected: unknown, actual: unknown, place: string): string | undefined {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)]
    return wanted === found ? undefined : `${place}: expected ${wanted}, found ${found}`
  }
  if (typeof actual !== 'object' || actual === null) return `${place}: is no object`
  return Object.entries(expected)
    .map(([name, member]) => subsetDifference(member, membersOf(actual)[name], `${place}.${name}`))
    .find((difference) => difference !== undefined)
}
