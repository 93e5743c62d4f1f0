import type { MethodSetting } from '@shared/design/method-settings'
import { ALL_METHODS, METHOD_SETTING_DEFAULTS } from '@shared/design/method-settings'
import type { Stage } from '@shared/design/stage'
import { pointerTo } from '@shared/diagnostic'
import type { ApiContext } from '../export-context'
import type { TemplateObject } from '../template-document'
import { properties, some } from '../template-functions'

/** The property `MethodSettings` of a stage; undefined when it has none. */
export function methodSettingList(stage: Stage): readonly TemplateObject[] | undefined {
  return some(Object.entries(stage.methodSettings).map(([key, setting]) => settingProperties(key, setting)))
}

function settingProperties(key: string, setting: MethodSetting): TemplateObject {
  return properties({
    ...methodOf(key),
    ThrottlingRateLimit: setting.throttlingRateLimit,
    ThrottlingBurstLimit: setting.throttlingBurstLimit,
    CachingEnabled: setting.cachingEnabled,
    CacheTtlInSeconds: setting.cacheTtlInSeconds,
    CacheDataEncrypted: setting.cacheDataEncrypted,
    LoggingLevel: setting.loggingLevel,
    DataTraceEnabled: setting.dataTraceEnabled,
    MetricsEnabled: setting.metricsEnabled,
  })
}

/** Settings that the service has and AWS::ApiGateway::Stage does not. */
const NOT_IN_TEMPLATES = ['requireAuthorizationForCacheControl', 'unauthorizedCacheControlHeaderStrategy'] as const

/** Says which settings of a stage no template can hold; those with the service's default are there by themselves. */
export function reportCacheControl({ api, names, parts }: ApiContext, stageName: string, stage: Stage): void {
  for (const [key, setting] of Object.entries(stage.methodSettings))
    for (const member of NOT_IN_TEMPLATES) {
      const value = setting[member]
      if (value === undefined || value === METHOD_SETTING_DEFAULTS[member]) continue
      const message = `Stage ${stageName} of ${api.name}, ${key}: ${member} ${value} is left out, because AWS::ApiGateway::Stage has no such setting. It will be ${METHOD_SETTING_DEFAULTS[member]}; set it in the console or on the command line after deploying.`
      const pointer = names.pointer + pointerTo(['stages', stageName, 'methodSettings', key, member])
      parts.report('export/not-carried', 'error', pointer, message)
    }
}

/** "/orders/{id}/GET" -> "/~1orders~1{id}" and "GET"; the root is "/". Source: rest-api.md 11.2. */
function methodOf(key: string): TemplateObject {
  if (key === ALL_METHODS) return { ResourcePath: '/*', HttpMethod: '*' }
  const slash = key.lastIndexOf('/')
  const path = key.slice(0, slash)
  return {
    ResourcePath: path === '' ? '/' : `/${path.replaceAll('/', '~1')}`,
    HttpMethod: key.slice(slash + 1),
  }
}

/** Whether the service writes an execution log for some method of the stage, for which it needs a role of the account. */
export function writesExecutionLog(stage: Stage): boolean {
  return Object.values(stage.methodSettings).some(
    ({ loggingLevel, dataTraceEnabled }) =>
      (loggingLevel !== undefined && loggingLevel !== 'OFF') || dataTraceEnabled === true,
  )
}
