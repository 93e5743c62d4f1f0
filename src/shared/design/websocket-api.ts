import type { RouteSettings } from './http-api'
import type { ContentHandling, Integration, IntegrationType, PassthroughBehavior } from './integration'
import type { Model } from './model'

/** A WebSocket API (the `apigatewayv2` service, protocolType WEBSOCKET). Source: service model, Api. */
export interface WebSocketApi {
  readonly protocolType: 'WEBSOCKET'
  readonly id: string
  readonly name: string
  readonly description?: string
  /** "$request.body.action". */
  readonly routeSelectionExpression: string
  /** "$request.header.x-api-key" (when absent) or "$context.authorizer.usageIdentifierKey". */
  readonly apiKeySelectionExpression?: string
  /** Models are not looked at when the API is deployed. */
  readonly disableSchemaValidation?: boolean
  readonly disableExecuteApiEndpoint?: boolean
  /** By routeKey: "$connect", "$disconnect", "$default" or a message's action. */
  readonly routes: { readonly [routeKey: string]: WebSocketRoute }
  readonly integrations: { readonly [integrationId: string]: WebSocketIntegration }
  readonly authorizers: { readonly [authorizerId: string]: WebSocketAuthorizer }
  /** By name: letters and digits. */
  readonly models?: { readonly [modelName: string]: Model }
  readonly stages: { readonly [stageName: string]: WebSocketStage }
  readonly tags?: Readonly<Record<string, string>>
}

/** Authorization and API keys are for `$connect` alone. Source: service model, Route. */
export interface WebSocketRoute {
  readonly operationName?: string
  /** Key in `integrations`; without one the route takes messages and does nothing. */
  readonly target?: string
  readonly authorizationType?: 'NONE' | 'AWS_IAM' | 'CUSTOM'
  readonly authorizerId?: string
  readonly apiKeyRequired?: boolean
  /** What becomes a key of `requestModels`; without it messages are not validated. */
  readonly modelSelectionExpression?: string
  /** Key -> name of a model. */
  readonly requestModels?: Readonly<Record<string, string>>
  /** "route.request.querystring.token" -> whether a handshake without it is refused. */
  readonly requestParameters?: Readonly<Record<string, WebSocketParameter>>
  /** "$default" and a route response `$default`: clients get replies. */
  readonly routeResponseSelectionExpression?: string
  readonly routeResponses?: { readonly [routeResponseKey: string]: WebSocketRouteResponse }
}

/** Source: service model, ParameterConstraints. */
export interface WebSocketParameter {
  readonly required: boolean
}

/** That it is there turns replies on; the service keeps the rest without looking at it. Source: service model, RouteResponse. */
export interface WebSocketRouteResponse {
  readonly modelSelectionExpression?: string
  readonly responseModels?: Readonly<Record<string, string>>
  readonly responseParameters?: Readonly<Record<string, WebSocketParameter>>
}

/** Source: service model, Integration. */
export interface WebSocketIntegration {
  readonly integrationType: IntegrationType
  readonly integrationMethod?: string
  readonly integrationUri?: string
  readonly connectionType?: 'INTERNET' | 'VPC_LINK'
  readonly connectionId?: string
  readonly credentialsArn?: string
  /** "integration.request.header.X" -> "route.request.body.x", "context.connectionId" or "'literal'". */
  readonly requestParameters?: Readonly<Record<string, string>>
  readonly requestTemplates?: Readonly<Record<string, string>>
  /** What becomes a key of `requestTemplates`. */
  readonly templateSelectionExpression?: string
  readonly passthroughBehavior?: PassthroughBehavior
  readonly contentHandlingStrategy?: ContentHandling
  /** 50 to 29,000; 29,000 when absent. */
  readonly timeoutInMillis?: number
  readonly tlsConfig?: { readonly serverNameToVerify?: string }
  /** By "$default" or a pattern in slashes, as "/4\d\d/". Not for proxy integrations. */
  readonly integrationResponses?: { readonly [integrationResponseKey: string]: WebSocketIntegrationResponse }
  /** Ours, as in `Integration`. */
  readonly handler?: string
  readonly backend?: string
  readonly fault?: NonNullable<Integration['fault']>
}

/** Source: service model, IntegrationResponse. */
export interface WebSocketIntegrationResponse {
  readonly responseTemplates?: Readonly<Record<string, string>>
  /** What becomes a key of `responseTemplates`. */
  readonly templateSelectionExpression?: string
  /** Of `$connect` only: "route.response.header.Sec-WebSocket-Protocol" -> "'chat'". */
  readonly responseParameters?: Readonly<Record<string, string>>
  readonly contentHandlingStrategy?: ContentHandling
}

export interface WebSocketAuthorizer {
  readonly authorizerType: 'REQUEST'
  /** "route.request.header.Auth", "route.request.querystring.token", "stageVariables.x", "context.x". */
  readonly identitySource: readonly string[]
  readonly authorizerUri?: string
  readonly authorizerCredentialsArn?: string
  readonly handler?: string
}

export interface WebSocketStage {
  readonly description?: string
  readonly autoDeploy?: boolean
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly defaultRouteSettings?: RouteSettings
  readonly routeSettings?: { readonly [routeKey: string]: RouteSettings }
  readonly accessLogSettings?: { readonly destinationArn?: string; readonly format: string }
  readonly clientCertificateId?: string
}
