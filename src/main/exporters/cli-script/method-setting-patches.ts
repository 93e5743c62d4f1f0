import { ALL_METHODS, type MethodSetting } from '@shared/design/method-settings'
import type { Stage } from '@shared/design/stage'
import { pointerSegment } from '@shared/diagnostic'

/** One operation of update-stage. */
export interface StagePatch {
  readonly op: 'replace'
  readonly path: string
  readonly value: string
}

/** How a patch path ends for each setting. Source: rest-api.md 11.2. */
const SUFFIXES: { readonly [member in keyof Required<MethodSetting>]: string } = {
  throttlingRateLimit: 'throttling/rateLimit',
  throttlingBurstLimit: 'throttling/burstLimit',
  cachingEnabled: 'caching/enabled',
  cacheTtlInSeconds: 'caching/ttlInSeconds',
  cacheDataEncrypted: 'caching/dataEncrypted',
  requireAuthorizationForCacheControl: 'caching/requireAuthorizationForCacheControl',
  unauthorizedCacheControlHeaderStrategy: 'caching/unauthorizedCacheControlHeaderStrategy',
  loggingLevel: 'logging/loglevel',
  dataTraceEnabled: 'logging/dataTrace',
  metricsEnabled: 'metrics/enabled',
}

/** The settings of a stage's methods as patches. Those for all methods come first: an entry copies them when it is made. */
export function methodSettingPatches({ methodSettings }: Stage): StagePatch[] {
  const all = Object.hasOwn(methodSettings, ALL_METHODS) ? methodSettings[ALL_METHODS] : undefined
  const others = Object.entries(methodSettings).filter(([key]) => key !== ALL_METHODS)
  return [
    ...(all ? patchesOf('*/*', all) : []),
    ...others.flatMap(([key, setting]) => patchesOf(placeOf(key), ownSetting(key, setting, all))),
  ]
}

/** "/orders/{id}/GET" -> "~1orders~1{id}/GET", "/GET" -> "~1/GET". */
function placeOf(key: string): string {
  const slash = key.lastIndexOf('/')
  return `${pointerSegment(key.slice(0, slash) || '/')}/${key.slice(slash + 1)}`
}

/** A cache for all methods is one for GET alone, which the copy of the setting is not. */
function ownSetting(key: string, setting: MethodSetting, all: MethodSetting | undefined): MethodSetting {
  const isRead = key.endsWith('/GET') || key.endsWith('/ANY')
  const copiesCache = all?.cachingEnabled === true && !isRead && setting.cachingEnabled === undefined
  return copiesCache && Object.keys(setting).length > 0 ? { ...setting, cachingEnabled: false } : setting
}

function patchesOf(place: string, setting: MethodSetting): StagePatch[] {
  const members = Object.keys(SUFFIXES) as (keyof MethodSetting)[]
  return members.flatMap((member) => {
    const value = setting[member]
    return value === undefined ? [] : [{ op: 'replace', path: `/${place}/${SUFFIXES[member]}`, value: String(value) }]
  })
}
