import { callerKeys } from '../engine/authorizers/caller-keys'
import type { ConditionKeys } from '../engine/authorizers/condition-keys'
import { iamCallerKeys } from '../engine/authorizers/iam-caller'
import type { PolicyRequest } from '../engine/authorizers/policy'
import { headerValue } from '../engine/mapping/header-list'
import type { Call } from './call'
import { methodArn } from './request/execute-api'
import type { Message } from './request/message'

export const INVOKE = 'execute-api:Invoke'

/** What a resource policy is asked about a call, in the name of whoever it is known to come from. */
export function askedPolicy(call: Call, action: string): PolicyRequest & Required<Pick<PolicyRequest, 'caller'>> {
  const { caller, message, route } = call
  return {
    action,
    resourceArn: methodArn(route.stage, message.verb, message.path),
    conditionKeys: { ...requestKeys(message), ...(caller && iamCallerKeys(caller)) },
    caller: caller ?? 'ANONYMOUS',
  }
}

function requestKeys(message: Message): ConditionKeys {
  const { headers, receivedAt } = message
  return {
    ...callerKeys(message),
    'aws:UserAgent': headerValue(headers, 'User-Agent') ?? '',
    'aws:CurrentTime': new Date(receivedAt).toISOString(),
    'aws:EpochTime': String(Math.floor(receivedAt / 1000)),
    'aws:SecureTransport': 'true',
  }
}
