import { headerValues } from '../../../engine/mapping/header-list'
import type { HttpVector, Members } from './http-vector'
import type { BackendRequest, WireAnswer } from './vector-world'

/** What came of a vector. */
export interface Played {
  /** The answer to its last request. */
  readonly answer: WireAnswer
  /** What the function was called with; null when it was not. */
  readonly event: Members | null
  readonly backend: BackendRequest | null
  readonly authorizerInvocations: number
}

/** In what it differs from what is expected, or undefined. */
export function vectorDifference(vector: HttpVector, played: Played): string | undefined {
  return [...differences(vector, played)].find((difference) => difference !== undefined)
}

function* differences(vector: HttpVector, played: Played): Generator<string | undefined> {
  const { expect } = vector
  const { answer, event, backend } = played
  const said = (text: string): string => recordedAs(vector, text, answer)
  if (expect.status !== undefined) yield differs('status', expect.status, answer.status)
  if (expect.body !== undefined) yield differs('body', expect.body, answer.body.toString('utf8'))
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    const wanted = typeof value === 'string' ? [said(value)] : value
    yield differs(`header ${name}`, wanted, headerValues(answer.headers, name))
  }
  for (const name of expect.headerPresent ?? []) {
    if (headerValues(answer.headers, name).length === 0) yield `header ${name} is missing`
  }
  for (const name of expect.headersAbsent ?? []) {
    if (headerValues(answer.headers, name).length > 0) yield `header ${name} is there`
  }
  for (const subset of [expect.lambdaEventSubset, expect.eventSubset, expect.integrationEventSubset]) {
    if (subset !== undefined) yield subsetDifference(subset, event, 'event', repeatedNames(vector))
  }
  yield* eventDifferences(vector, event)
  if (expect.authorizerInvocations !== undefined) {
    yield differs('calls of the authorizer', expect.authorizerInvocations, played.authorizerInvocations)
  }
  if (expect.api !== undefined) yield differs('api', expect.api, answer.body.toString('utf8'))
  for (const [name, value] of Object.entries(expect.backendHeaders ?? {})) {
    yield differs(`backend header ${name}`, said(value), headerValues(backend?.headers ?? [], name).join(','))
  }
  for (const name of expect.backendHeadersAbsent ?? []) {
    if (headerValues(backend?.headers ?? [], name).length > 0) yield `the backend got the header ${name}`
  }
  if (expect.mappedPath !== undefined) {
    yield differs('path at the backend', trimmed(expect.mappedPath), trimmed(backend?.path ?? ''))
  }
}

function* eventDifferences({ expect }: HttpVector, event: Members | null): Generator<string | undefined> {
  if (expect.routeKey !== undefined) yield differs('routeKey', expect.routeKey, event?.['routeKey'])
  if (expect.rawPath !== undefined) yield differs('rawPath', expect.rawPath, event?.['rawPath'])
  if (expect.stage !== undefined) yield differs('stage', expect.stage, memberAt(event, 'requestContext.stage'))
  if (expect.pathParameters !== undefined) {
    yield differs('pathParameters', expect.pathParameters, event?.['pathParameters'] ?? {})
  }
  if (expect.authorizer !== undefined) {
    yield subsetDifference(expect.authorizer, memberAt(event, 'requestContext.authorizer'), 'authorizer', [])
  }
  for (const path of expect.absent ?? []) {
    if (memberAt(event, path) !== undefined) yield `event.${path} is there`
  }
  for (const path of expect.absentOrNull ?? []) {
    if ((memberAt(event, path) ?? null) !== null) yield `event.${path} has a value`
  }
  for (const [path, pattern] of Object.entries(expect.patterns ?? {})) {
    const value = memberAt(event, path)
    if (!new RegExp(pattern).test(String(value)))
      yield `event.${path}: ${JSON.stringify(value)} does not match ${pattern}`
  }
  if (expect.shape !== undefined) yield shapeDifference(expect.shape, event, 'event')
}

/** A text that is a value of `$context` where the vector was recorded stands for the one of this request. */
function recordedAs({ given }: HttpVector, text: string, { headers }: WireAnswer): string {
  const { requestId } = given.context ?? {}
  const own = headerValues(headers, 'apigw-requestid')[0] ?? ''
  return typeof requestId === 'string' ? text.replaceAll(requestId, own) : text
}

/** Headers that the request has several times. Clients join those themselves, each in its own way. */
function repeatedNames({ given }: HttpVector): string[] {
  const names = (given.request?.headers ?? []).map(([name]) => name.toLowerCase())
  return names.filter((name, at) => names.indexOf(name) !== at)
}

function subsetDifference(
  expected: unknown,
  actual: unknown,
  place: string,
  joined: readonly string[],
): string | undefined {
  if (!isMembers(expected)) {
    const name = place.split('.').at(-1)!.toLowerCase()
    const isJoined = joined.includes(name) && typeof expected === 'string' && typeof actual === 'string'
    return isJoined ? differs(place, plainList(expected), plainList(actual)) : differs(place, expected, actual)
  }
  if (!isMembers(actual)) return differs(place, expected, actual)
  for (const [name, value] of Object.entries(expected)) {
    const own = Object.hasOwn(actual, name) ? actual[name] : undefined
    const difference = subsetDifference(value, own, `${place}.${name}`, joined)
    if (difference !== undefined) return difference
  }
  return undefined
}

function plainList(text: string): string {
  return text.replaceAll(/,\s+/g, ',')
}

/** Names of members and JSON types; values vary. */
function shapeDifference(expected: unknown, actual: unknown, place: string): string | undefined {
  if (!isMembers(expected) || !isMembers(actual)) return differs(`${place}: type`, typeOf(expected), typeOf(actual))
  const names = differs(place, Object.keys(expected).sort(), Object.keys(actual).sort())
  if (names !== undefined) return names
  return Object.entries(expected)
    .map(([name, value]) => shapeDifference(value, actual[name], `${place}.${name}`))
    .find((difference) => difference !== undefined)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function memberAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (members, name) => (isMembers(members) && Object.hasOwn(members, name) ? members[name] : undefined),
      value,
    )
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function trimmed(path: string): string {
  return path.replace(/^\//, '')
}

function differs(what: string, expected: unknown, actual: unknown): string | undefined {
  const [wanted, found] = [canonical(expected), canonical(actual)]
  return wanted === found ? undefined : `${what}: expected ${wanted}, found ${found}`
}

/** JSON with the members of objects in the order of their names. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, member: unknown) =>
    isMembers(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  )
}
