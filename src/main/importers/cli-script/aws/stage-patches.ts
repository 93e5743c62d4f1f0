import { CACHE_CONTROL_STRATEGIES } from '@shared/design/method-settings'
import { isRecord } from '../../json-place'

/** Members of method settings and the ends of the patch paths that set them. Source: rest-api.md 11.2. */
const PATHS: Readonly<Record<string, string>> = {
  metricsEnabled: 'metrics/enabled',
  loggingLevel: 'logging/loglevel',
  dataTraceEnabled: 'logging/dataTrace',
  throttlingBurstLimit: 'throttling/burstLimit',
  throttlingRateLimit: 'throttling/rateLimit',
  cachingEnabled: 'caching/enabled',
  cacheTtlInSeconds: 'caching/ttlInSeconds',
  cacheDataEncrypted: 'caching/dataEncrypted',
  requireAuthorizationForCacheControl: 'caching/requireAuthorizationForCacheControl',
  unauthorizedCacheControlHeaderStrategy: 'caching/unauthorizedCacheControlHeaderStrategy',
}

/**
 * Settings of a method as the `update-stage` command that sets them. `option`: what a command that does not exist was given; "--path" is
 * the path of its resource.
 */
export function stagePatches(option: (name: string) => string): string {
  const method = option('--http-method') || 'METHOD'
  const path = (option('--path') || '/PATH').replaceAll('~', '~0').replaceAll('/', '~1')
  const strategies: readonly string[] = CACHE_CONTROL_STRATEGIES
  const odd: string[] = []
  const patches = Object.entries(settingsOf(option('--settings'))).flatMap(([name, value]) => {
    const member = name.charAt(0).toLowerCase() + name.slice(1)
    const end = Object.hasOwn(PATHS, member) ? PATHS[member] : undefined
    if (end === undefined) return []
    const isOdd = member === 'unauthorizedCacheControlHeaderStrategy' && !strategies.includes(String(value))
    if (isOdd) odd.push(`; ${String(value)} is no strategy, use one of ${strategies.join(', ')}`)
    return [`op=replace,path=/${path}/${method}/${end},value=${isOdd ? strategies[0] : String(value)}`]
  })
  const shown = patches.length === 0 ? [`op=replace,path=/${path}/${method}/caching/enabled,value=true`] : patches
  const place = `--rest-api-id ${option('--rest-api-id') || 'API'} --stage-name ${option('--stage-name') || 'STAGE'}`
  return `aws apigateway update-stage ${place} --patch-operations ${shown.join(' ')}${odd.join('')}`
}

function settingsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const settings: unknown = JSON.parse(text)
    return isRecord(settings) ? settings : {}
  } catch {
    return {}
  }
}
