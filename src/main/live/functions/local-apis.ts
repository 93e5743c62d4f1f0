import type { LocalHosts } from './local-hosts'

/**
 * WebSocket APIs of the running gateway, as functions reach them under the names that AWS gives them: events say `domainName` and `stage`,
 * and handlers make the endpoint of `@connections` from both.
 */
export interface LocalApis extends LocalHosts {
  /** What an SDK takes for the endpoint that is told none: of the first stage. */
  readonly endpoint: string
}

/** Credentials that are none: an SDK signs with something, or waits for a server that gives it keys. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'GATEWRIGHTLOCAL0', secretAccessKey: 'local' } as const

/** What a function's SDKs sign with that is given no credentials of its own. */
export const LOCAL_CREDENTIAL_VARIABLES: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
}

/**
 * What a function's SDKs are told of the APIs, beside the variables of its own.
 * Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
 */
export function localApiEnvironment(apis: LocalApis | null): Readonly<Record<string, string>> {
  return apis === null ? {} : { AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: apis.endpoint }
}
