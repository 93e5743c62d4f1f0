import type { Design } from '@shared/design/design'
import type { RestApiDefinition } from '@shared/design/rest-api'
import type { RestRoute } from '@shared/design/route-key'
import { evaluatePolicy } from '../engine/authorizers/policy'
import { ALLOW, DENY, SILENT } from '../engine/effect'
import type { StageRef } from '../engine/runtime'
import type { PolicyJudge } from './simulated-facts'

const EFFECTS = { ALLOW, DENY, SILENT } as const

/** Evaluates the resource policy for drawn callers: their address and the route's path stand for the request. Silent without one. */
export function policyJudge(design: Design, stage: StageRef, definition: RestApiDefinition): PolicyJudge {
  const { policy } = definition
  return (sourceIp: string, { verb, path }: RestRoute) => {
    if (policy === undefined) return SILENT
    const resourceArn = `arn:aws:execute-api:${design.region}:${design.accountId}:${stage.apiId}/${stage.stage}/${verb}${path}`
    const conditionKeys = { 'aws:SourceIp': sourceIp }
    return EFFECTS[
      evaluatePolicy(policy, {
        action: 'execute-api:Invoke',
        resourceArn,
        conditionKeys,
        caller: 'ANONYMOUS',
      }).effect
    ]
  }
}
