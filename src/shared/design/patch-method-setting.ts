import { setMember, removeMember } from './edits/update-in'
import { ALL_METHODS, METHOD_SETTING_DEFAULTS, type MethodSetting } from './method-settings'
import type { PatchOperation } from './patch-canary'
import type { Stage } from './stage'

/** The stage after it, what the service answers a wrong one with (400), or that the operation is about something else. */
export type PatchedMethodSetting =
  | { readonly kind: 'patched'; readonly stage: Stage }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'other' }

type Read = (value: string) => unknown
const isTrue: Read = (value) => value === 'true'

/** An entry has no level of logging until one is set. */
const { loggingLevel: _level, ...DEFAULTS } = METHOD_SETTING_DEFAULTS

/** What a patch path ends with, the member that it sets, and how its value is read. Source: rest-api.md 11.2, recorded. */
const SUFFIXES: ReadonlyMap<string, readonly [keyof MethodSetting, Read]> = new Map([
  ['metrics/enabled', ['metricsEnabled', isTrue]],
  ['logging/dataTrace', ['dataTraceEnabled', isTrue]],
  ['logging/loglevel', ['loggingLevel', String]],
  ['throttling/burstLimit', ['throttlingBurstLimit', Number]],
  ['throttling/rateLimit', ['throttlingRateLimit', Number]],
  ['caching/enabled', ['cachingEnabled', isTrue]],
  ['caching/ttlInSeconds', ['cacheTtlInSeconds', Number]],
  ['caching/dataEncrypted', ['cacheDataEncrypted', isTrue]],
  ['caching/requireAuthorizationForCacheControl', ['requireAuthorizationForCacheControl', isTrue]],
  ['caching/unauthorizedCacheControlHeaderStrategy', ['unauthorizedCacheControlHeaderStrategy', String]],
])

/** "/~1pets~1{id}/GET/throttling/rateLimit": the resource as one segment or several, the verb, and perhaps a member. */
const PATH = /^\/(.+?)\/(\*|[A-Z]+)(?:\/([a-z]+\/[A-Za-z]+))?$/

/**
 * What an operation of UpdateStage does to the settings of methods. A first member makes a whole entry: the others are copied from the
 * entry of all methods as it is then, else from the service's defaults and the account's throttle; later changes there leave it alone.
 * Source: rest-api.md 11.2, recorded.
 */
export function patchMethodSetting(
  stage: Stage,
  { op, path, value = '' }: PatchOperation,
  account: { readonly rateLimit: number; readonly burstLimit: number },
): PatchedMethodSetting {
  const [, resource, verb, suffix] = PATH.exec(path) ?? []
  if (resource === undefined || verb === undefined || (suffix === undefined && op !== 'remove'))
    return { kind: 'other' }
  const key = keyOf(resource, verb)
  const { methodSettings } = stage
  const known = Object.hasOwn(methodSettings, key) ? methodSettings[key] : undefined
  if (op === 'remove') {
    if (known === undefined) return { kind: 'refused', message: notThere(`${resource}/${verb}`) }
    return patched(stage, removeMember(methodSettings, key))
  }
  const [member, read] = SUFFIXES.get(suffix ?? '') ?? []
  if (member === undefined || read === undefined) return { kind: 'other' }
  const before = known ?? wholeEntry(methodSettings[ALL_METHODS], account)
  return patched(stage, setMember(methodSettings, key, { ...before, [member]: read(value) }))
}

function keyOf(resource: string, verb: string): string {
  if (resource === '*' && verb === '*') return ALL_METHODS
  const path = resource.replaceAll('~1', '/').replaceAll('~0', '~')
  return `${path.startsWith('/') ? path : `/${path}`}/${verb}`.replace(/^\/\//, '/')
}

function wholeEntry(
  all: MethodSetting | undefined,
  { rateLimit, burstLimit }: { readonly rateLimit: number; readonly burstLimit: number },
): MethodSetting {
  return { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit, ...DEFAULTS, ...all }
}

/** With the blank that the service writes at its end. */
function notThere(key: string): string {
  return `Cannot remove method setting ${key} because there is no method setting for this method `
}

function patched(stage: Stage, methodSettings: Stage['methodSettings']): PatchedMethodSetting {
  return { kind: 'patched', stage: setMember(stage, 'methodSettings', methodSettings) }
}
