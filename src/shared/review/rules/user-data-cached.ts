import type { Design } from '../../design/design'
import { effectiveCaching, methodSettingKey } from '../../design/method-settings'
import { setMethodSetting } from '../../design/edits/set-method-setting'
import type { Method } from '../../design/method'
import type { RestApi } from '../../design/rest-api'
import { finding } from '../finding'
import type { FindingFix, ReviewRule } from '../review-rule'
import { restMethods, type RestMethodScope } from '../scopes/rest-methods'

export const userDataCached: ReviewRule = {
  id: 'user-data-cached',
  title: 'One user gets another user’s data',
  severity: 'warning',
  what: 'Cached methods that know their caller (they ask for authorization, or a scenario says that their answers are personal) while nothing in the cache key tells callers apart. Answers that a scenario calls personal are errors.',
  why: 'The first caller’s answer goes to everybody who asks for the same until it runs out: the backend is not asked who the others are.',
  source: 'Guide 000, anti-pattern 5; guide 001; rest-api.md 6.2.',
  find: (design) =>
    restMethods(design).flatMap((scope) => {
      const { api, at, routeKey, path, verb, method } = scope
      const stages = Object.entries(api.stages).flatMap(([name, stage]) =>
        effectiveCaching(stage, path, verb).enabled ? [name] : [],
      )
      const isPersonal = stages.some((stageName) => isCalledPersonal(design, api.id, stageName, routeKey))
      const knowsCaller = method.authorizationType !== 'NONE' || isPersonal
      if (stages.length === 0 || !knowsCaller || tellsCallersApart(api, method)) return []
      const message = `${api.name}, ${routeKey}: ${stages.join(' and ')} caches its answers, but nothing in the cache key says who asks. Put what identifies the caller into cacheKeyParameters, or turn the cache off for it.`
      const severity = isPersonal ? 'error' : 'warning'
      return [finding(userDataCached, [...at, 'integration'], message, { severity, fix: fixOf(scope, stages) })]
    }),
}

/** Never wrong, only slower, and live at once. */
function fixOf({ api, path, verb, routeKey }: RestMethodScope, stages: readonly string[]): FindingFix {
  const key = methodSettingKey(path, verb)
  return {
    label: `Turn the cache off for ${routeKey} in ${stages.join(' and ')}`,
    apply: (design: Design) =>
      stages.reduce(
        (changed, stageName) => setMethodSetting(changed, api.id, stageName, key, { cachingEnabled: false }),
        design,
      ),
  }
}

function isCalledPersonal({ scenarios }: Design, apiId: string, stageName: string, routeKey: string): boolean {
  return scenarios.some(({ apiId: id, stage, backends = {} }) => {
    const backend = Object.hasOwn(backends, routeKey) ? backends[routeKey] : backends['*']
    return id === apiId && stage === stageName && backend?.isPersonal === true
  })
}

/** Whether a value of the key comes from the caller's identity: a header that authorizes, or what the authorizer or the gateway knows. */
function tellsCallersApart(api: RestApi, { integration, authorizerId }: Method): boolean {
  const authorizers = api.authorizers
  const authorizer =
    authorizerId !== undefined && Object.hasOwn(authorizers, authorizerId) ? authorizers[authorizerId] : undefined
  const sources = (authorizer?.identitySource ?? '').split(',').map((source) => source.trim().toLowerCase())
  const identifies = (source: string): boolean => {
    const name = source.toLowerCase()
    return /\.header\.(authorization|cookie|x-api-key)$/.test(name) || sources.includes(name)
  }
  return (integration?.cacheKeyParameters ?? []).some((parameter) => {
    const source = integration?.requestParameters?.[parameter] ?? parameter
    return identifies(source) || /^context\.(authorizer|identity)\./.test(source)
  })
}
