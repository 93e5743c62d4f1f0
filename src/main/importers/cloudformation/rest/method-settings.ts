import { isVerb, VERBS } from '@shared/design/method'
import {
  ALL_METHODS,
  CACHE_CONTROL_STRATEGIES,
  methodSettingKey,
  type MethodSetting,
} from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { LIMITS } from '@shared/limits'
import type { Place } from '../../json-place'
import { membersAt, type Members } from '../../members'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { reportAssumed } from './resource-properties'

/** Which methods an entry is for: null stands for every path, "*" for every verb. */
interface Entry {
  readonly path: string | null
  readonly verb: string
  readonly setting: MethodSetting
  readonly members: Members
}

/** `MethodSettings` of a stage, by the keys of a design. Settings of one key are joined. */
export function readMethodSettings(stage: Members, resources: RestApi['resources']): Stage['methodSettings'] {
  const entries = new Map<string, Entry>()
  for (const place of stage.list('MethodSettings') ?? []) {
    const entry = readEntry(stage, place)
    if (!entry) continue
    const selector = `${entry.verb} ${entry.path ?? ''}`
    entries.set(selector, { ...entry, setting: { ...entries.get(selector)?.setting, ...entry.setting } })
  }
  const settings = new Map<string, MethodSetting>()
  for (const entry of entries.values()) {
    for (const key of keysOf(entry, resources)) settings.set(key, { ...settings.get(key), ...entry.setting })
  }
  return Object.fromEntries(settings)
}

function readEntry(stage: Members, place: Place): Entry | undefined {
  const members = membersAt(place, `an entry of "MethodSettings" of ${stage.label}`, stage.findings)
  if (!members) return undefined
  const selector = readSelector(members)
  const setting = readMethodSetting(members)
  for (const [name, value] of [
    ['RequireAuthorizationForCacheControl', setting.requireAuthorizationForCacheControl],
    ['UnauthorizedCacheControlHeaderStrategy', setting.unauthorizedCacheControlHeaderStrategy],
  ] as const) {
    // Members that a stage has in the service and in a design, and CloudFormation has not.
    if (value === undefined) continue
    const message = `${members.nameOf(name)} is kept here, but AWS refuses it: CloudFormation cannot set it. Set it after the deployment with aws apigateway update-stage.`
    members.findings.report('import/value-assumed', 'warning', members.pointerOf(name), message)
  }
  for (const name of ['CacheKeyParameters', 'CacheNamespace']) {
    if (!members.has(name)) continue
    members.notCarried(
      name,
      'AWS refuses it here. What tells cached responses apart belongs to the method: write it under "Integration" of the AWS::ApiGateway::Method.',
    )
  }
  finishShape(members, 'MethodSetting')
  return selector && { ...selector, setting, members }
}

/** The settings themselves; StageDescription has them for all methods at its own level. */
export function readMethodSetting(members: Members): MethodSetting {
  return withoutAbsent({
    throttlingRateLimit: members.number('ThrottlingRateLimit'),
    throttlingBurstLimit: members.number('ThrottlingBurstLimit'),
    cachingEnabled: members.flag('CachingEnabled'),
    cacheTtlInSeconds: members.number('CacheTtlInSeconds', { min: 0, max: LIMITS.cacheTtlMax.value }),
    cacheDataEncrypted: members.flag('CacheDataEncrypted'),
    requireAuthorizationForCacheControl: members.flag('RequireAuthorizationForCacheControl'),
    unauthorizedCacheControlHeaderStrategy: members.oneOf(
      'UnauthorizedCacheControlHeaderStrategy',
      CACHE_CONTROL_STRATEGIES,
    ),
    loggingLevel: members.oneOf('LoggingLevel', ['OFF', 'ERROR', 'INFO'] as const),
    dataTraceEnabled: members.flag('DataTraceEnabled'),
    metricsEnabled: members.flag('MetricsEnabled'),
  })
}

/** Which methods an entry is for. Source: rest-api.md 11.2. */
function readSelector(members: Members): Pick<Entry, 'path' | 'verb'> | undefined {
  const written = members.text('ResourcePath')
  const verb = members.text('HttpMethod')?.toUpperCase()
  if (written === undefined) reportAbsent(members, 'ResourcePath', 'ResourcePath: /*')
  if (verb === undefined) reportAbsent(members, 'HttpMethod', "HttpMethod: '*'")
  const path = pathOf(members, written ?? '/*')
  if (verb === undefined || verb === '*' || isVerb(verb)) return { path, verb: verb ?? '*' }
  const message = `${members.nameOf('HttpMethod')} is "${verb}", and the entry is left out. Use * or one of ${VERBS.join(', ')}.`
  members.findings.report('import/value-unknown', 'error', members.pointerOf('HttpMethod'), message)
  return undefined
}

function reportAbsent(members: Members, name: string, right: string): void {
  const message = `${members.label} has no "${name}". It is read as one for all of them. Write ${right}.`
  reportAssumed(members, name, message)
}

/** null for every resource. */
function pathOf(members: Members, written: string): string | null {
  if (written === '*' || written === '/*') return null
  const start = written.startsWith('/') ? written : `/${written}`
  const decoded = start.replaceAll('~1', '/').replace(/^\/\/(?=.)/, '/')
  const path = decoded === '//' ? '/' : decoded
  // One part needs no "~1": the recorded setting of "/test" is "test/GET".
  const isEncoded = !start.slice(1).includes('/')
  if (!isEncoded || start !== written) {
    const right = `/${path === '/' ? '' : path.replaceAll('/', '~1')}`
    const message = `${members.nameOf('ResourcePath')} is "${written}" and read as ${path}. AWS wants it as ${right}.`
    members.findings.report('import/path-adjusted', 'warning', members.pointerOf('ResourcePath'), message)
  }
  return path
}

/** A star for one half only: a setting for each of the methods that there are. */
function keysOf({ path, verb, members }: Entry, resources: RestApi['resources']): string[] {
  if (path === null && verb === '*') return [ALL_METHODS]
  if (path !== null && verb !== '*') return [methodSettingKey(path, verb)]
  const paths = path === null ? Object.keys(resources) : [path].filter((each) => Object.hasOwn(resources, each))
  const keys = paths.flatMap((each) =>
    Object.keys(resources[each]?.methods ?? {}).flatMap((own) =>
      verb === '*' || own === verb ? [methodSettingKey(each, own)] : [],
    ),
  )
  const what = path === null ? `all ${verb} methods` : `all methods of ${path}`
  const message = `${members.label} is for ${what}; the ${keys.length} of them have a setting of their own each (${keys.slice(0, 5).join(', ') || 'none'}).`
  members.findings.report('import/value-assumed', 'info', members.pointer, message)
  return keys
}
