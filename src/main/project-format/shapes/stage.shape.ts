import { CACHE_CONTROL_STRATEGIES, type MethodSetting } from '@shared/design/method-settings'
import { CACHE_CLUSTER_SIZES, type CanarySettings, type Stage } from '@shared/design/stage'
import { filled, flag, number, optional, record, required, struct, text, word } from '../shape'
import { accessLogSettingsShape, texts } from './common.shape'

export const loggingLevelShape = word('OFF', 'ERROR', 'INFO')

export const methodSettingShape = struct<MethodSetting>('MethodSetting', {
  throttlingRateLimit: optional(number),
  throttlingBurstLimit: optional(number),
  cachingEnabled: optional(flag),
  cacheTtlInSeconds: optional(number),
  cacheDataEncrypted: optional(flag),
  requireAuthorizationForCacheControl: optional(flag),
  unauthorizedCacheControlHeaderStrategy: optional(word(...CACHE_CONTROL_STRATEGIES)),
  loggingLevel: optional(loggingLevelShape),
  dataTraceEnabled: optional(flag),
  metricsEnabled: optional(flag),
})

const canarySettingsShape = struct<CanarySettings>('CanarySettings', {
  percentTraffic: required(number),
  deploymentId: optional(text),
  stageVariableOverrides: optional(texts),
  useStageCache: optional(flag),
})

export const stageShape = struct<Stage>('Stage', {
  description: optional(text),
  deploymentId: optional(text),
  variables: optional(texts),
  methodSettings: filled(record(methodSettingShape), {}),
  cacheClusterEnabled: optional(flag),
  cacheClusterSize: optional(word(...CACHE_CLUSTER_SIZES)),
  canarySettings: optional(canarySettingsShape),
  accessLogSettings: optional(accessLogSettingsShape),
  tracingEnabled: optional(flag),
  clientCertificateId: optional(text),
  webAclArn: optional(text),
  tags: optional(texts),
})
