import type { ApiKey } from '@shared/design/api-key'
import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import type { ApiStage, QuotaPeriod, QuotaSettings, UsagePlan } from '@shared/design/usage-plan'
import { filled, flag, list, number, optional, record, required, shown, struct, text, word } from '../shape'
import { throttleSettingsShape } from './common.shape'
import { endpointTypesShape } from './rest-api.shape'

const quotaSettingsShape = struct<QuotaSettings>('QuotaSettings', {
  limit: required(number),
  period: required(word<QuotaPeriod>('DAY', 'WEEK', 'MONTH')),
  offset: optional(number),
})

const apiStageShape = struct<ApiStage>('ApiStage', {
  apiId: required(text),
  stage: required(text),
  throttle: optional(record(throttleSettingsShape)),
})

export const usagePlanShape = struct<UsagePlan>('UsagePlan', {
  id: required(text),
  name: required(text),
  description: optional(text),
  throttle: optional(throttleSettingsShape),
  quota: optional(quotaSettingsShape),
  apiStages: filled(list(apiStageShape), []),
  keyIds: filled(list(text), []),
})

export const apiKeyShape = struct<ApiKey>('ApiKey', {
  id: required(text),
  name: required(text),
  description: optional(text),
  enabled: shown(flag, true),
  value: required(text),
  customerId: optional(text),
})

const basePathMappingShape = struct<BasePathMapping>('BasePathMapping', {
  basePath: shown(text, '(none)'),
  apiId: required(text),
  stage: optional(text),
})

export const domainNameShape = struct<DomainName>('DomainName', {
  domainName: required(text),
  endpointConfiguration: optional(
    struct<NonNullable<DomainName['endpointConfiguration']>>('DomainNameEndpointConfiguration', {
      types: required(endpointTypesShape),
    }),
  ),
  securityPolicy: optional(text),
  certificateArn: optional(text),
  mutualTlsAuthentication: optional(
    struct<NonNullable<DomainName['mutualTlsAuthentication']>>('MutualTlsAuthentication', {
      truststoreUri: required(text),
      truststoreVersion: optional(text),
    }),
  ),
  basePathMappings: filled(list(basePathMappingShape), []),
})
