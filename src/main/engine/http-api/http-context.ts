import { callerIdentity } from '../mapping/request-context'
import { headerValue } from '../mapping/header-list'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'

/** What is known once the integration has answered. */
export interface IntegrationFacts {
  /** Of the backend's own answer; for a function the one that it returned. */
  readonly status: number
  /** Milliseconds. */
  readonly latency: number
}

/**
 * `$context` of parameter mappings and identity sources: the variables of access logs, by "identity.sourceIp". Only texts and numbers
 * have a value. Source: http-api.md 12.
 */
export function httpContextValue(
  path: string,
  facts: HttpRequestFacts,
  caller: HttpCaller | null,
  integration: IntegrationFacts | null = null,
): string | undefined {
  const value = path.split('.').reduce<unknown>(ownMember, httpContext(facts, caller, integration))
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function httpContext(facts: HttpRequestFacts, caller: HttpCaller | null, integration: IntegrationFacts | null): object {
  const { accountId, apiId, basePath, domainName, headers, requestId, routeKey, sourceIp, stage } = facts
  return {
    accountId,
    apiId,
    ...(caller !== null && { authorizer: authorizerContext(caller) }),
    ...(basePath !== null && { customDomain: { basePathMatched: basePath } }),
    domainName,
    domainPrefix: domainName.split('.')[0],
    extendedRequestId: requestId,
    httpMethod: facts.method,
    identity: {
      sourceIp,
      userAgent: headerValue(headers, 'User-Agent'),
      ...(facts.clientCertificate && { clientCert: facts.clientCertificate }),
      ...(caller?.kind === 'iam' && callerIdentity(caller.caller)),
    },
    path: facts.requestPath,
    protocol: 'HTTP/1.1',
    requestId,
    requestTime: facts.requestTime,
    requestTimeEpoch: Math.floor(facts.receivedAt / 1000),
    routeKey,
    stage,
    ...(integration !== null && {
      integration: integration,
      integrationLatency: integration.latency,
      integrationStatus: integration.status,
      status: integration.status,
    }),
  }
}

function authorizerContext(caller: HttpCaller): object {
  if (caller.kind === 'jwt') return { claims: caller.claims }
  if (caller.kind === 'iam') return {}
  const { principalId, context } = caller
  return { ...(principalId !== null && { principalId }), ...context }
}

function ownMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
