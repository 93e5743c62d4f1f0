import type { Authorizer, AuthorizerType } from '@shared/design/authorizer'
import type { Deployment } from '@shared/design/deployment'
import { GATEWAY_RESPONSE_TYPES, type GatewayResponse } from '@shared/design/gateway-response'
import { VERBS } from '@shared/design/method'
import type { EndpointConfiguration, Resource, RestApi, RestApiDefinition } from '@shared/design/rest-api'
import { derived, filled, flag, list, number, optional, record, required, shown, struct, text, word } from '../shape'
import { modelShape, requestValidatorShape, texts } from './common.shape'
import { methodShape } from './method.shape'
import { policyDocumentShape } from './policy-document.shape'
import { stageShape } from './stage.shape'

export const authorizerShape = struct<Authorizer>('Authorizer', {
  type: required(word<AuthorizerType>('TOKEN', 'REQUEST', 'COGNITO_USER_POOLS')),
  authorizerUri: optional(text),
  authorizerCredentials: optional(text),
  identitySource: optional(text),
  identityValidationExpression: optional(text),
  authorizerResultTtlInSeconds: optional(number),
  providerARNs: optional(list(text)),
  handler: optional(text),
})

export const gatewayResponseShape = struct<GatewayResponse>('GatewayResponse', {
  statusCode: optional(text),
  responseParameters: optional(texts),
  responseTemplates: optional(texts),
})

export const endpointTypesShape = list(word('EDGE', 'REGIONAL', 'PRIVATE'))

const endpointConfigurationShape = struct<EndpointConfiguration>('EndpointConfiguration', {
  types: required(endpointTypesShape),
  ipAddressType: optional(word('ipv4', 'dualstack')),
  vpcEndpointIds: optional(list(text)),
})

export const resourceShape = struct<Resource>('Resource', { methods: filled(record(methodShape, VERBS), {}) })

const definition = {
  apiKeySource: filled(word('HEADER', 'AUTHORIZER'), 'HEADER'),
  binaryMediaTypes: optional(list(text)),
  policy: optional(policyDocumentShape),
  resources: filled(record(resourceShape), {}),
  authorizers: filled(record(authorizerShape), {}),
  models: filled(record(modelShape), {}),
  requestValidators: filled(record(requestValidatorShape), {}),
  gatewayResponses: filled(record(gatewayResponseShape, GATEWAY_RESPONSE_TYPES), {}),
}

export const restApiDefinitionShape = struct<RestApiDefinition>('RestApiDefinition', definition)

/** In a file `definition` may be absent: it is then the API as it stands there. */
type WrittenDeployment = Omit<Deployment, 'definition'> & { definition?: RestApiDefinition }

export const deploymentShape = struct<WrittenDeployment>('Deployment', {
  id: required(text),
  description: optional(text),
  createdDate: required(text),
  definition: derived(restApiDefinitionShape),
})

export const restApiShape = struct<RestApi>('RestApi', {
  protocolType: required(word('REST')),
  id: required(text),
  name: required(text),
  description: optional(text),
  endpointConfiguration: shown(endpointConfigurationShape, { types: ['EDGE'] }),
  disableExecuteApiEndpoint: optional(flag),
  minimumCompressionSize: optional(number),
  tags: optional(texts),
  ...definition,
  stages: filled(record(stageShape), {}),
  deployments: filled(list(deploymentShape), []),
})
