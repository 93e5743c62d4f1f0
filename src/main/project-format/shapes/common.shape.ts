import type { Account, ThrottleSettings } from '@shared/design/design'
import type { LocalFunction } from '@shared/design/local-function'
import type { Model } from '@shared/design/model'
import type { RequestValidator } from '@shared/design/request-validator'
import { anything, filled, flag, number, optional, record, required, struct, text } from '../shape'

export const texts = record(text)
export const flags = record(flag)

export const throttleSettingsShape = struct<ThrottleSettings>('ThrottleSettings', {
  rateLimit: required(number),
  burstLimit: required(number),
})

export const accountShape = struct<Account>('Account', { throttleSettings: required(throttleSettingsShape) })

export const accessLogSettingsShape = struct<{ destinationArn?: string; format: string }>('AccessLogSettings', {
  destinationArn: optional(text),
  format: required(text),
})

export const modelShape = struct<Model>('Model', {
  contentType: filled(text, 'application/json'),
  description: optional(text),
  schema: required(record(anything)),
})

export const requestValidatorShape = struct<RequestValidator>('RequestValidator', {
  validateRequestBody: filled(flag, false),
  validateRequestParameters: filled(flag, false),
})

export const localFunctionShape = struct<LocalFunction>('LocalFunction', {
  handler: optional(text),
  timeout: optional(number),
  memorySize: optional(number),
  reservedConcurrency: optional(number),
  environment: optional(texts),
})
