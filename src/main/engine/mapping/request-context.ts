import type { IamCaller } from '../authorizers/iam-caller'
import type { ClientCertificate } from './client-certificate'

/** What is known of a request that has found its method. */
export interface RequestFacts {
  readonly requestId: string
  readonly extendedRequestId: string
  readonly accountId: string
  readonly apiId: string
  readonly deploymentId: string | undefined
  readonly stage: string
  readonly resourceId: string
  /** "/orders/{id}". */
  readonly resourcePath: string
  readonly httpMethod: string
  /** With the stage, as in "/prod/orders/7"; on a custom domain with its base path. */
  readonly path: string
  readonly domainName: string
  /** "01/Jan/2026:00:00:00 +0000". */
  readonly requestTime: string
  /** Milliseconds since 1970. */
  readonly requestTimeEpoch: number
  readonly sourceIp: string
  /** Of a request to a private API. */
  readonly vpcEndpointId?: string | undefined
  /** Of a client of a domain with mutual TLS. */
  readonly clientCertificate?: ClientCertificate | undefined
  readonly userAgent: string | undefined
  /** Who has signed it. */
  readonly caller?: IamCaller | undefined
  /** The key that was accepted. */
  readonly apiKey: { readonly value: string; readonly id: string } | undefined
}

/**
 * What Lambda events call `requestContext` and templates `$context`, without `authorizer`.
 * Source: rest-api.md 9.2 and 10.5, recorded: exactly these members.
 */
export function requestContext(facts: RequestFacts) {
  return {
    resourceId: facts.resourceId,
    resourcePath: facts.resourcePath,
    httpMethod: facts.httpMethod,
    extendedRequestId: facts.extendedRequestId,
    requestTime: facts.requestTime,
    path: facts.path,
    accountId: facts.accountId,
    protocol: 'HTTP/1.1',
    stage: facts.stage,
    domainPrefix: facts.domainName.split('.')[0],
    requestTimeEpoch: facts.requestTimeEpoch,
    requestId: facts.requestId,
    identity: identity(facts),
    domainName: facts.domainName,
    deploymentId: facts.deploymentId,
    apiId: facts.apiId,
  }
}

function identity({ sourceIp, vpcEndpointId, clientCertificate, userAgent, apiKey, caller }: RequestFacts) {
  return {
    cognitoIdentityPoolId: null,
    accountId: null,
    cognitoIdentityId: null,
    caller: null,
    sourceIp,
    principalOrgId: null,
    accessKey: null,
    cognitoAuthenticationType: null,
    cognitoAuthenticationProvider: null,
    userArn: null,
    userAgent: userAgent ?? null,
    user: null,
    ...(caller && callerIdentity(caller)),
    ...(vpcEndpointId !== undefined && { vpceId: vpcEndpointId }),
    ...(clientCertificate && { clientCert: clientCertificate }),
    ...(apiKey && { apiKey: apiKey.value, apiKeyId: apiKey.id }),
  }
}

/** The members of `identity` that a signature tells. `principalOrgId` stays null: there is no organization. */
export function callerIdentity({ accountId, accessKeyId, arn, userId }: IamCaller) {
  return { accountId, accessKey: accessKeyId, caller: userId, user: userId, userArn: arn }
}
