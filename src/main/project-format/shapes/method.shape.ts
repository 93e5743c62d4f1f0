import type { AuthorizationType, Method, MethodResponse } from '@shared/design/method'
import { filled, flag, list, optional, required, struct, text, word } from '../shape'
import { flags, texts } from './common.shape'
import { integrationShape } from './integration.shape'

export const methodResponseShape = struct<MethodResponse>('MethodResponse', {
  statusCode: required(text),
  responseParameters: optional(flags),
  responseModels: optional(texts),
})

export const methodShape = struct<Method>('Method', {
  operationName: optional(text),
  description: optional(text),
  authorizationType: filled(word<AuthorizationType>('NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'), 'NONE'),
  authorizerId: optional(text),
  authorizationScopes: optional(list(text)),
  apiKeyRequired: filled(flag, false),
  requestValidatorId: optional(text),
  requestParameters: optional(flags),
  requestModels: optional(texts),
  methodResponses: filled(list(methodResponseShape), []),
  integration: optional(integrationShape),
})
