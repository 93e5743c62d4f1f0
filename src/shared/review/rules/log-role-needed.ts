import type { Api } from '../../design/api'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'

export const logRoleNeeded: ReviewRule = {
  id: 'log-role-needed',
  title: 'Logs stay empty, or the stage is refused',
  severity: 'info',
  what: 'Stages of REST and WebSocket APIs that write access or execution logs: the account needs a CloudWatch role, which is no part of a design.',
  why: 'The role is one setting for the account and Region. Without it AWS refuses to turn logging on ("CloudWatch Logs role ARN must be set in account settings").',
  source: 'Guide 003, "CloudWatch log role missing"; rest-api.md 13 and 18; websocket-api.md 10.',
  find: (design) => {
    const stages = design.apis.flatMap((api) => loggingStages(api).map((name) => `${api.name} ${name}`))
    if (stages.length === 0) return []
    const message = `${stages.join(', ')}: logs are on, for which the account needs a role (aws apigateway update-account, /cloudwatchRoleArn). Exported templates make one; set this finding aside once it is there.`
    return [finding(logRoleNeeded, ['account'], message)]
  },
}

/** HTTP APIs write by a policy of the log group. */
function loggingStages(api: Api): string[] {
  if (api.protocolType === 'HTTP') return []
  return Object.entries(api.stages).flatMap(([name, stage]) => {
    const settings =
      'methodSettings' in stage
        ? Object.values(stage.methodSettings)
        : [stage.defaultRouteSettings, ...Object.values(stage.routeSettings ?? {})]
    const isExecutionLogOn = settings.some((each) => (each?.loggingLevel ?? 'OFF') !== 'OFF')
    return isExecutionLogOn || stage.accessLogSettings !== undefined ? [name] : []
  })
}
