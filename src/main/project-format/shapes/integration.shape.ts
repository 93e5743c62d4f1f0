import type {
  ContentHandling,
  Integration,
  IntegrationResponse,
  IntegrationType,
  PassthroughBehavior,
} from '@shared/design/integration'
import { filled, flag, list, number, optional, required, struct, text, word } from '../shape'
import { texts } from './common.shape'

export const integrationTypeShape = word<IntegrationType>('AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK')
export const passthroughBehaviorShape = word<PassthroughBehavior>('WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER')
export const contentHandlingShape = word<ContentHandling>('CONVERT_TO_BINARY', 'CONVERT_TO_TEXT')
export const connectionTypeShape = word('INTERNET', 'VPC_LINK')

const tlsConfigShape = struct<NonNullable<Integration['tlsConfig']>>('TlsConfig', {
  insecureSkipVerification: optional(flag),
})

export const integrationResponseShape = struct<IntegrationResponse>('IntegrationResponse', {
  statusCode: required(text),
  selectionPattern: optional(text),
  responseParameters: optional(texts),
  responseTemplates: optional(texts),
  contentHandling: optional(contentHandlingShape),
})

export const integrationShape = struct<Integration>('Integration', {
  type: required(integrationTypeShape),
  httpMethod: optional(text),
  uri: optional(text),
  connectionType: optional(connectionTypeShape),
  connectionId: optional(text),
  credentials: optional(text),
  requestParameters: optional(texts),
  requestTemplates: optional(texts),
  passthroughBehavior: optional(passthroughBehaviorShape),
  contentHandling: optional(contentHandlingShape),
  timeoutInMillis: optional(number),
  cacheNamespace: optional(text),
  cacheKeyParameters: optional(list(text)),
  tlsConfig: optional(tlsConfigShape),
  responseTransferMode: optional(word('BUFFERED', 'STREAM')),
  integrationResponses: filled(list(integrationResponseShape), []),
  handler: optional(text),
  backend: optional(text),
  fault: optional(word('throttled', 'no-permission', 'timeout', 'error')),
})
