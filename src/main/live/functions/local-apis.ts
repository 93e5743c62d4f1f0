/**
 * WebSocket APIs of the running gateway, as functions reach them under the names that AWS gives them: events say `domainName` and `stage`,
 * and handlers make the endpoint of `@connections` from both.
 */
export interface LocalApis {
  /** "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", and custom domains. In lower case. */
  readonly hosts: readonly string[]
  /** Where requests to them are sent instead. */
  readonly address: string
  readonly port: number
  /** What an SDK takes for the endpoint that is told none: of the first stage. */
  readonly endpoint: string
}

/** Credentials that are none: an SDK signs with something, or waits for a server that gives it keys. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'GATEWRIGHTLOCAL0', secretAccessKey: 'local' } as const

/**
 * What a function's SDKs are told, beside the variables of its own.
 * Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
 */
export function localApiEnvironment(apis: LocalApis | null): Readonly<Record<string, string>> {
  if (apis === null) return {}
  return {
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: apis.endpoint,
  }
}
