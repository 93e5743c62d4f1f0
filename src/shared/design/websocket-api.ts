import type { RouteSettings } from './http-api'
import type { IntegrationType, PassthroughBehavior, ContentHandling } from './integration'

/** A WebSocket API (the `apigatewayv2` service, protocolType WEBSOCKET). Source: service model, Api. */
export interface WebSocketApi {
  readonly protocolType: 'WEBSOCKET'
  readonly id: string
  readonly name: string
  readonly description?: string
  /** "$request.body.action". */
  readonly routeSelectionExpression: string
  readonly apiKeySelectionExpression?: string
  readonly disableExecuteApiEndpoint?: boolean
  /** By routeKey: "$connect", "$disconnect", "$default" or a message's action. */
  readonly routes: { readonly [routeKey: string]: WebSocketRoute }
  readonly integrations: { readonly [integrationId: string]: WebSocketIntegration }
  readonly authorizers: { readonly [authorizerId: string]: WebSocketAuthorizer }
  readonly stages: { readonly [stageName: string]: WebSocketStage }
  readonly tags?: Readonly<Record<string, string>>
}

export interface WebSocketRoute {
  readonly operationName?: string
  readonly target?: string
  readonly authorizationType?: 'NONE' | 'AWS_IAM' | 'CUSTOM'
  readonly authorizerId?: string
  readonly apiKeyRequired?: boolean
  readonly routeResponseSelectionExpression?: string
}

export interface WebSocketIntegration {
  readonly integrationType: IntegrationType
  readonly integrationMethod?: string
  readonly integrationUri?: string
  readonly credentialsArn?: string
  readonly requestTemplates?: Readonly<Record<string, string>>
  readonly templateSelectionExpression?: string
  readonly passthroughBehavior?: PassthroughBehavior
  readonly contentHandlingStrategy?: ContentHandling
  readonly timeoutInMillis?: number
  readonly handler?: string
  readonly backend?: string
}

export interface WebSocketAuthorizer {
  readonly authorizerType: 'REQUEST'
  readonly identitySource: readonly string[]
  readonly authorizerUri?: string
  readonly handler?: string
}

export interface WebSocketStage {
  readonly description?: string
  readonly autoDeploy?: boolean
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly defaultRouteSettings?: RouteSettings
  readonly routeSettings?: { readonly [routeKey: string]: RouteSettings }
}
