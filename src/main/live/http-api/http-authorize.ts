import { LIMITS } from '@shared/limits'
import { authorizerFailureType } from '../../engine/authorizers/authorizer-result'
import { iamCallerKeys, type IamCaller } from '../../engine/authorizers/iam-caller'
import { evaluateIdentityPolicies } from '../../engine/authorizers/identity-policies'
import { claim } from '../../engine/authorizers/jwt/claims'
import { readHttpJwt } from '../../engine/authorizers/jwt/decide-http-jwt'
import { shown } from '../../engine/authorizers/jwt/jwt-problem'
import { verifySigV4, type SigV4Key } from '../../engine/authorizers/sigv4/verify-sigv4'
import { assumptionsOf } from '../../engine/compile/route-plan'
import { ALLOW, DENY, EVALUATE, FAILED, REFUSED, SILENT, type AuthorizerEffect } from '../../engine/effect'
import type { Flight } from '../../engine/flight'
import { authorizerEvent1, authorizerEvent2, routeArn } from '../../engine/http-api/authorizer-event'
import { readHttpAuthorizerResult } from '../../engine/http-api/http-authorizer-result'
import { httpIdentity } from '../../engine/http-api/http-identity-source'
import type { HandlerPool } from '../functions/handler-pool'
import { authorizeHttpJwt, type JwtPorts } from '../identity/authorize-http-jwt'
import { receivedRequest } from '../identity/received-request'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import type { HttpCall } from './http-call'
import { INVOKE, requestKeys } from './http-facts'
import { httpIdentityLabel, type HttpIdentities } from './http-identities'
import { nameOfHttpRoute, type FunctionAuthorization, type HttpAuthorization } from './http-live-route'
import { issuerFor, type PoolIssuers } from './http-token-ports'
import { invokeHttpFunction } from './invoke-http-function'

/** What finding out who calls takes beside the call. */
export interface HttpAuthorizePorts {
  readonly pool: HandlerPool
  readonly identities: HttpIdentities
  readonly tokens: JwtPorts
  readonly issuers: PoolIssuers
  readonly iamKeys: ReadonlyMap<string, SigV4Key<IamCaller>>
  readonly log: (line: string) => void
}

/** Find out who calls a route, and whether they may. Never rejects. */
export async function authorizeHttpCall(
  ports: HttpAuthorizePorts,
  call: HttpCall,
  flight: Flight,
  signal: AbortSignal,
): Promise<AuthorizerEffect> {
  const { authorization } = call.route
  switch (authorization.kind) {
    case 'none':
      return ALLOW
    case 'iam':
      return checkSignature(ports, call)
    case 'jwt':
      return checkToken(ports, call, authorization)
    case 'function':
      return askFunction(ports, call, authorization, flight, signal)
  }
}

/** Source: http-api.md 5. */
async function checkToken(
  { tokens, issuers, log }: HttpAuthorizePorts,
  call: HttpCall,
  { id, source, issuer, audience, scopes }: Extract<HttpAuthorization, { kind: 'jwt' }>,
): Promise<AuthorizerEffect> {
  const identity = source === null ? null : httpIdentity(source, call.facts)
  const reading = readHttpJwt(identity, scopes)
  const claimed = reading.kind === 'read' ? claim(reading.jwt.claims, 'iss') : undefined
  const authorizer = { issuer: issuerFor(issuer, claimed, issuers), audience }
  const decision = await authorizeHttpJwt(identity, authorizer, scopes, tokens)
  if (decision.kind === 'allowed') {
    call.caller = { kind: 'jwt', claims: decision.claims, scopes: decision.scopes }
    return ALLOW
  }
  const { wwwAuthenticate, reason, status } = decision
  call.refusal = { wwwAuthenticate, reason }
  // The answer alone does not tell, so the log does.
  if (identity !== null) log(`${nameOfHttpRoute(call.route)}: authorizer "${id}" answers ${status}: ${reason}`)
  return status === 403 ? DENY : REFUSED
}

/** AWS_IAM: who has signed a request, and what their policies say. There are no resource policies. Source: http-api.md 7. */
function checkSignature({ iamKeys, log }: HttpAuthorizePorts, call: HttpCall): AuthorizerEffect {
  // Its body, which is part of what was signed, was not read; it is refused for its size before anything is called.
  if (call.isTooLarge) return ALLOW
  const { facts, route, sent } = call
  let asked: string | null = null
  const findKey = (accessKeyId: string): SigV4Key<IamCaller> | null => {
    const key = iamKeys.get(accessKeyId) ?? null
    if (key === null) asked = accessKeyId
    return key
  }
  const verdict = verifySigV4(
    receivedRequest({ verb: facts.method, url: sent.url, headers: sent.headers }, sent.body),
    { now: facts.receivedAt, region: facts.region, service: 'execute-api', findKey },
    NODE_SIGV4_CRYPTO,
  )
  if (!verdict.ok) {
    const reason =
      asked === null ? verdict.message.split('\n')[0]! : `no IAM user of the project has the access key ${shown(asked)}`
    call.refusal = { reason }
    if (asked !== null) log(`${nameOfHttpRoute(route)}: AWS_IAM authorization answers 403: ${reason}`)
    return DENY
  }
  const caller = verdict.user
  if (caller.accountId !== facts.accountId) {
    call.refusal = { reason: 'callers of another account must assume a role of the account that the API is in' }
    return DENY
  }
  call.caller = { kind: 'iam', caller }
  const conditions = { ...requestKeys(facts), ...iamCallerKeys(caller) }
  const request = { action: INVOKE, resource: routeArn(facts), conditions }
  const { side } = evaluateIdentityPolicies(caller.policies, request)
  return side === 'allow' ? ALLOW : side === 'deny' ? DENY : SILENT
}

/** A Lambda authorizer; the policy that it returns is asked by the core, now and whenever it is kept. Source: http-api.md 6. */
async function askFunction(
  { pool, identities, log }: HttpAuthorizePorts,
  call: HttpCall,
  authorization: FunctionAuthorization,
  flight: Flight,
  signal: AbortSignal,
): Promise<AuthorizerEffect> {
  const { facts, identity, route } = call
  const { id, keepsResults, settings } = authorization
  const failed = (problem: string): AuthorizerEffect => {
    call.refusal = { reason: problem }
    log(`${nameOfHttpRoute(route)}: authorizer "${id}" answers 500: ${problem}`)
    return FAILED
  }
  const event =
    settings.authorizerPayloadFormatVersion === '1.0'
      ? authorizerEvent1(facts, identity)
      : authorizerEvent2(facts, identity)
  const use = {
    uri: settings.authorizerUri,
    handler: settings.handler,
    callerLimit: LIMITS.httpAuthorizerTimeout.value,
  }
  const outcome = await invokeHttpFunction(pool, call, use, event, signal)
  if (outcome.kind === 'refused') return failed(outcome.problem)
  if (outcome.kind === 'failed') {
    const { errorType, errorMessage } = outcome.error
    if (authorizerFailureType(errorMessage) === 'UNAUTHORIZED') return REFUSED
    return failed(`the function failed: ${errorType}: ${errorMessage}`)
  }
  const result = readHttpAuthorizerResult(outcome.result, settings, assumptionsOf(route.stage.design))
  if (result.kind === 'invalid') return failed(result.reason)
  if (signal.aborted) return FAILED
  call.authorizerResult = result
  if (keepsResults && flight.identity >= 0) {
    identities.keep(flight.identity, result, httpIdentityLabel(call, authorization))
  }
  return EVALUATE
}
