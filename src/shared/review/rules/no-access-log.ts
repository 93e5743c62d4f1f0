import { updateStage } from '../../design/edits/update-stage'
import { updateV2Stage } from '../../design/edits/v2/update-v2-stage'
import type { Api } from '../../design/api'
import type { Design } from '../../design/design'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'

export const noAccessLog: ReviewRule = {
  id: 'no-access-log',
  title: 'After an incident nobody knows who called what',
  severity: 'info',
  what: 'Stages that write no access log.',
  why: 'Metrics say that something failed. Which caller, which route and which request id is only in the access log, and it cannot be had afterwards.',
  source: 'Guide 003; guide 000, "Access logging"; observability-and-cost.md 3.5.',
  find: (design) =>
    design.apis.flatMap((api, index) =>
      Object.entries(api.stages).flatMap(([stageName, stage]) => {
        if (stage.accessLogSettings !== undefined) return []
        const fix = {
          label: `Write an access log in ${stageName}`,
          apply: (current: Design) => withLog(current, api, stageName),
        }
        const message = `${api.name}, stage ${stageName}: no access log is written. Give the stage a log group and a format in JSON.`
        return [finding(noAccessLog, ['apis', index, 'stages', stageName], message, { fix })]
      }),
    ),
}

function withLog(design: Design, api: Api, stageName: string): Design {
  const group = `/aws/apigateway/${api.id}/${stageName.replaceAll(/[^\w.-]/g, '')}`
  const accessLogSettings = {
    destinationArn: `arn:aws:logs:${design.region}:${design.accountId}:log-group:${group}`,
    format: formatOf(api),
  }
  return api.protocolType === 'REST'
    ? updateStage(design, api.id, stageName, { accessLogSettings })
    : updateV2Stage(design, api.id, stageName, { accessLogSettings })
}

/** One line of JSON with variables that each type of API has. Source: http-api.md 15, websocket-api.md 10, rest-api.md 13. */
function formatOf({ protocolType }: Api): string {
  const variables = {
    REST: [
      ...EVERYWHERE,
      'identity.sourceIp',
      'httpMethod',
      'resourcePath',
      'status',
      'protocol',
      'responseLength',
      'responseLatency',
      'integrationLatency',
      'error.responseType',
    ],
    HTTP: [
      ...EVERYWHERE,
      'identity.sourceIp',
      'httpMethod',
      'routeKey',
      'status',
      'protocol',
      'responseLength',
      'responseLatency',
      'integrationLatency',
      'error.responseType',
    ],
    WEBSOCKET: [
      ...EVERYWHERE,
      'identity.sourceIp',
      'eventType',
      'routeKey',
      'connectionId',
      'status',
      'integrationLatency',
    ],
  }[protocolType]
  return `{${variables.map((name) => `"${memberOf(name)}":"$context.${name}"`).join(',')}}`
}

const EVERYWHERE = ['requestId', 'requestTime']

function memberOf(variable: string): string {
  return (
    { 'identity.sourceIp': 'ip', 'error.responseType': 'errorType', responseLatency: 'latency' }[variable] ?? variable
  )
}
