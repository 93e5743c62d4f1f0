import type { IamCaller } from '../../engine/authorizers/iam-caller'
import { iamCallerKeys } from '../../engine/authorizers/iam-caller'
import { evaluateIdentityPolicies } from '../../engine/authorizers/identity-policies'
import { shown } from '../../engine/authorizers/jwt/jwt-problem'
import { verifySigV4, type SigV4Key } from '../../engine/authorizers/sigv4/verify-sigv4'
import { ALLOW, DENY, SILENT, type PolicyEffect } from '../../engine/effect'
import { receivedRequest } from '../identity/received-request'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'
import type { Arrival } from '../request/arrival'

/** Who signed a handshake and what their policies say of it, or why nobody knows. */
export type ConnectCaller =
  | { readonly kind: 'known'; readonly caller: IamCaller; readonly effect: PolicyEffect }
  | { readonly kind: 'refused'; readonly message: string; readonly errorType: string; readonly reason: string }

const EFFECTS = { allow: ALLOW, deny: DENY, silent: SILENT } as const

/** AWS_IAM on `$connect`: the signature is in a header or in the query. Source: websocket-api.md 3.2. */
export function connectCaller(
  iamKeys: ReadonlyMap<string, SigV4Key<IamCaller>>,
  arrival: Arrival,
  region: string,
  routeArn: string,
): ConnectCaller {
  let unknown: string | null = null
  const findKey = (accessKeyId: string): SigV4Key<IamCaller> | null => {
    const key = iamKeys.get(accessKeyId) ?? null
    if (key === null) unknown = accessKeyId
    return key
  }
  const options = { now: arrival.receivedAt, region, service: 'execute-api', findKey }
  const verdict = verifySigV4(receivedRequest(arrival, new Uint8Array()), options, NODE_SIGV4_CRYPTO)
  if (!verdict.ok) {
    const { errorType, message } = verdict
    const why = unknown === null ? errorType : `no IAM user of the project has the access key ${shown(unknown)}`
    return { kind: 'refused', message, errorType, reason: why }
  }
  const caller = verdict.user
  const asked = { action: 'execute-api:Invoke', resource: routeArn, conditions: iamCallerKeys(caller) }
  return { kind: 'known', caller, effect: EFFECTS[evaluateIdentityPolicies(caller.policies, asked).side] }
}
