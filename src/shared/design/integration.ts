export type IntegrationType = 'AWS' | 'AWS_PROXY' | 'HTTP' | 'HTTP_PROXY' | 'MOCK'
export type PassthroughBehavior = 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER'
export type ContentHandling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'

/** Where a method sends its request, and how. Source: service model, Integration. */
export interface Integration {
  readonly type: IntegrationType
  /** The verb of the backend call; ANY means the client's. Absent for MOCK. */
  readonly httpMethod?: string
  /** A URL for HTTP and HTTP_PROXY, an `arn:aws:apigateway:...` for AWS and AWS_PROXY. */
  readonly uri?: string
  readonly connectionType?: 'INTERNET' | 'VPC_LINK'
  readonly connectionId?: string
  readonly credentials?: string
  /** "integration.request.header.X" -> "method.request.header.X" or "'literal'". */
  readonly requestParameters?: Readonly<Record<string, string>>
  /** Content type -> template. */
  readonly requestTemplates?: Readonly<Record<string, string>>
  readonly passthroughBehavior?: PassthroughBehavior
  readonly contentHandling?: ContentHandling
  /** 50 to 29,000; 29,000 when absent. */
  readonly timeoutInMillis?: number
  /** Shared by integrations that share cached responses; the resource's id when absent. */
  readonly cacheNamespace?: string
  /** "method.request.path.id": the only request values that tell cached responses apart. */
  readonly cacheKeyParameters?: readonly string[]
  readonly tlsConfig?: { readonly insecureSkipVerification?: boolean }
  readonly responseTransferMode?: 'BUFFERED' | 'STREAM'
  readonly integrationResponses: readonly IntegrationResponse[]
  /** Ours: a function that plays the backend, as in "./handlers/orders.mjs#create", relative to the project file. */
  readonly handler?: string
  /** Ours: a local address that plays a remote or private backend, as in "http://127.0.0.1:9000". */
  readonly backend?: string
  /** Ours: plays this failure of the target. */
  readonly fault?: 'throttled' | 'no-permission' | 'timeout' | 'error'
}

/** Chosen by `selectionPattern`, in this order; the one without a pattern is the default. Source: service model, IntegrationResponse. */
export interface IntegrationResponse {
  readonly statusCode: string
  readonly selectionPattern?: string
  /** "method.response.header.Location" -> "integration.response.header.Location" or "'literal'". */
  readonly responseParameters?: Readonly<Record<string, string>>
  readonly responseTemplates?: Readonly<Record<string, string>>
  readonly contentHandling?: ContentHandling
}
