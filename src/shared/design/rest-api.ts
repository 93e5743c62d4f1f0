import type { Authorizer } from './authorizer'
import type { Deployment } from './deployment'
import type { GatewayResponse, GatewayResponseType } from './gateway-response'
import type { Method, Verb } from './method'
import type { Model } from './model'
import type { PolicyDocument } from './policy-document'
import type { RequestValidator } from './request-validator'
import type { Stage } from './stage'

/** A REST API (the `apigateway` service). Source: service model, RestApi. */
export interface RestApi extends RestApiDefinition {
  readonly protocolType: 'REST'
  /** Ten lower-case letters and digits. */
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly endpointConfiguration: EndpointConfiguration
  readonly disableExecuteApiEndpoint?: boolean
  readonly minimumCompressionSize?: number
  readonly tags?: Readonly<Record<string, string>>
  /** By stage name. Stage settings act at once, without a deployment. */
  readonly stages: { readonly [stageName: string]: Stage }
  /** Newest first. */
  readonly deployments: readonly Deployment[]
}

/** The part of a REST API that a deployment takes a snapshot of; callers see a change of it only after the next deployment. */
export interface RestApiDefinition {
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER'
  readonly binaryMediaTypes?: readonly string[]
  readonly policy?: PolicyDocument
  /** By full path, as in "/orders/{id}". A parent need not be listed: it exists when a longer path does. */
  readonly resources: { readonly [path: string]: Resource }
  readonly authorizers: { readonly [authorizerId: string]: Authorizer }
  readonly models: { readonly [modelName: string]: Model }
  readonly requestValidators: { readonly [requestValidatorId: string]: RequestValidator }
  readonly gatewayResponses: { readonly [type in GatewayResponseType]?: GatewayResponse }
}

/** One node of the resource tree. Source: service model, Resource. */
export interface Resource {
  readonly methods: { readonly [verb in Verb]?: Method }
}

export interface EndpointConfiguration {
  readonly types: readonly ('EDGE' | 'REGIONAL' | 'PRIVATE')[]
  readonly ipAddressType?: 'ipv4' | 'dualstack'
  readonly vpcEndpointIds?: readonly string[]
}
