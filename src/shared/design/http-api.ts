/** An HTTP API (the `apigatewayv2` service, protocolType HTTP). Source: service model, Api. */
export interface HttpApi {
  readonly protocolType: 'HTTP'
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly corsConfiguration?: Cors
  readonly disableExecuteApiEndpoint?: boolean
  /** By routeKey: "GET /items/{id}" or "$default". */
  readonly routes: { readonly [routeKey: string]: HttpRoute }
  readonly integrations: { readonly [integrationId: string]: HttpIntegration }
  readonly authorizers: { readonly [authorizerId: string]: HttpAuthorizer }
  readonly stages: { readonly [stageName: string]: HttpStage }
  readonly tags?: Readonly<Record<string, string>>
}

export interface HttpRoute {
  readonly operationName?: string
  /** Key in `integrations`. */
  readonly target?: string
  readonly authorizationType: 'NONE' | 'AWS_IAM' | 'JWT' | 'CUSTOM'
  readonly authorizerId?: string
  readonly authorizationScopes?: readonly string[]
}

export interface HttpIntegration {
  readonly integrationType: 'AWS_PROXY' | 'HTTP_PROXY'
  readonly integrationSubtype?: string
  readonly integrationMethod?: string
  readonly integrationUri?: string
  readonly connectionType?: 'INTERNET' | 'VPC_LINK'
  readonly connectionId?: string
  readonly credentialsArn?: string
  readonly payloadFormatVersion?: '1.0' | '2.0'
  readonly requestParameters?: Readonly<Record<string, string>>
  readonly responseParameters?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly timeoutInMillis?: number
  /** Ours, as in `Integration.handler`. */
  readonly handler?: string
  readonly backend?: string
  /** Ours: plays this failure of the target. */
  readonly fault?: 'throttled' | 'no-permission' | 'timeout' | 'error'
}

export interface HttpAuthorizer {
  readonly authorizerType: 'JWT' | 'REQUEST'
  readonly identitySource: readonly string[]
  readonly jwtConfiguration?: { readonly issuer: string; readonly audience: readonly string[] }
  readonly authorizerUri?: string
  readonly authorizerPayloadFormatVersion?: '1.0' | '2.0'
  readonly authorizerResultTtlInSeconds?: number
  readonly enableSimpleResponses?: boolean
  readonly handler?: string
}

export interface HttpStage {
  readonly description?: string
  readonly autoDeploy: boolean
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly defaultRouteSettings?: RouteSettings
  readonly routeSettings?: { readonly [routeKey: string]: RouteSettings }
  readonly accessLogSettings?: { readonly destinationArn?: string; readonly format: string }
}

/** Source: service model, RouteSettings. */
export interface RouteSettings {
  readonly throttlingRateLimit?: number
  readonly throttlingBurstLimit?: number
  readonly detailedMetricsEnabled?: boolean
  readonly dataTraceEnabled?: boolean
  readonly loggingLevel?: 'OFF' | 'ERROR' | 'INFO'
}

/** Source: service model, Cors. */
export interface Cors {
  readonly allowCredentials?: boolean
  readonly allowHeaders?: readonly string[]
  readonly allowMethods?: readonly string[]
  readonly allowOrigins?: readonly string[]
  readonly exposeHeaders?: readonly string[]
  readonly maxAge?: number
}
