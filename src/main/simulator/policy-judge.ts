import type { Design } from '@shared/design/design'
import type { RestApiDefinition } from '@shared/design/rest-api'
import type { RestRoute } from '@shared/design/route-key'
import { callerKeys, type CallerOrigin } from '../engine/authorizers/caller-keys'
import { evaluatePolicy } from '../engine/authorizers/policy'
import { ALLOW, DENY, SILENT, type PolicyEffect } from '../engine/effect'
import type { StageRef } from '../engine/runtime'

const EFFECTS = { ALLOW, DENY, SILENT } as const

/** What the API's resource policy holds of a caller and a route. */
export type PolicyJudge = (caller: CallerOrigin, route: RestRoute) => PolicyEffect

/** Evaluates the resource policy for drawn callers: where they come from and the route's path stand for the request. Silent without one. */
export function policyJudge(design: Design, stage: StageRef, { policy }: RestApiDefinition): PolicyJudge {
  return (caller, { verb, path }) => {
    if (policy === undefined) return SILENT
    const resourceArn = `arn:aws:execute-api:${design.region}:${design.accountId}:${stage.apiId}/${stage.stage}/${verb}${path}`
    const request = { action: 'execute-api:Invoke', resourceArn, conditionKeys: callerKeys(caller) }
    return EFFECTS[evaluatePolicy(policy, { ...request, caller: 'ANONYMOUS' }).effect]
  }
}
