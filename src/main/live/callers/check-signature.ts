import type { PolicyDocument } from '@shared/design/policy-document'
import { combinedPolicy } from '../../engine/authorizers/combined-policy'
import type { IamCaller } from '../../engine/authorizers/iam-caller'
import { evaluateIdentityPolicies, policySide } from '../../engine/authorizers/identity-policies'
import { shown } from '../../engine/authorizers/jwt/jwt-problem'
import { evaluatePolicy } from '../../engine/authorizers/policy'
import type { SigV4Failure } from '../../engine/authorizers/sigv4/sigv4-failure'
import { verifySigV4, type SigV4Key } from '../../engine/authorizers/sigv4/verify-sigv4'
import { ALLOW, DENY, SILENT, type AuthorizerEffect } from '../../engine/effect'
import { RENEW_NOT_PERMITTED, RENEW_PERMITTED, type Flight } from '../../engine/flight'
import type { Call } from '../call'
import { receivedRequest } from '../identity/received-request'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import { askedPolicy, INVOKE } from '../policy-question'
import type { CallerRefusal } from './caller-refusal'

/** Who may sign. */
export interface SignaturePorts {
  readonly iamKeys: ReadonlyMap<string, SigV4Key<IamCaller>>
}

/** A caller is known, and this is what their own policies say. */
export interface KnownCaller {
  readonly kind: 'known'
  readonly effect: AuthorizerEffect
}

const EFFECTS = { allow: ALLOW, deny: DENY, silent: SILENT } as const

/**
 * AWS_IAM: who has signed a request, and what their policies say of the method. The resource policy is asked afterwards, by the core.
 * Source: rest-api.md 7.5 and, for the permission to renew a cache entry, 6.3.
 */
export function checkSignature({ iamKeys }: SignaturePorts, call: Call, flight: Flight): KnownCaller | CallerRefusal {
  const { message, route } = call
  const { design } = route.stage
  const { url, headers, body } = message.sent
  let asked: string | null = null
  const findKey = (accessKeyId: string): SigV4Key<IamCaller> | null => {
    const key = iamKeys.get(accessKeyId) ?? null
    if (key === null) asked = accessKeyId
    return key
  }
  const options = { now: message.receivedAt, region: design.region, service: 'execute-api', findKey }
  const verdict = verifySigV4(receivedRequest({ verb: message.verb, url, headers }, body), options, NODE_SIGV4_CRYPTO)
  if (!verdict.ok) return refusal(verdict, asked)
  const caller = verdict.user
  call.caller = caller
  flight.isOtherAccount = caller.accountId === design.accountId ? 0 : 1
  if (flight.cacheControl === RENEW_NOT_PERMITTED && mayRenew(call, caller)) flight.cacheControl = RENEW_PERMITTED
  return { kind: 'known', effect: EFFECTS[identitySide(call, caller, INVOKE)] }
}

function identitySide(call: Call, { policies }: IamCaller, action: string) {
  const { resourceArn, conditionKeys } = askedPolicy(call, action)
  return evaluateIdentityPolicies(policies, { action, resource: resourceArn, conditions: conditionKeys }).side
}

const INVALIDATE_CACHE = 'execute-api:InvalidateCache'

/** Callers of another account never may. */
function mayRenew(call: Call, caller: IamCaller): boolean {
  const { design, view } = call.route.stage
  if (caller.accountId !== design.accountId) return false
  const identity = identitySide(call, caller, INVALIDATE_CACHE)
  return combinedPolicy(identity, resourceSide(call, view.definition.policy), true) === 'allow'
}

function resourceSide(call: Call, policy: PolicyDocument | undefined) {
  return policy === undefined
    ? 'silent'
    : policySide(evaluatePolicy(policy, askedPolicy(call, INVALIDATE_CACHE)).effect)
}

/** `asked`: the access key that nobody has. */
function refusal(failure: SigV4Failure, asked: string | null): CallerRefusal {
  const { responseType: type, message, errorType } = failure
  return { kind: 'refused', type, message, errorType, reason: reasonOf(failure, asked), isLogged: asked !== null }
}

function reasonOf({ errorType, message }: SigV4Failure, asked: string | null): string {
  if (asked !== null) return `no IAM user of the project has the access key ${shown(asked)}`
  switch (errorType) {
    case 'MissingAuthenticationTokenException':
      return 'the request is not signed'
    case 'IncompleteSignatureException':
      return 'what the request has is no complete signature of Signature Version 4'
    case 'UnrecognizedClientException':
      return 'the security token is not that of the access key'
    case 'ExpiredTokenException':
      return 'the security token has expired'
    case 'InvalidSignatureException':
      // What follows is all that was signed.
      return message.split('\n')[0]!
  }
}
