import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { logDestination } from './arn-text'
import { methodSettingPatches } from './method-setting-patches'
import { presentTexts } from './present-texts'
import { stageName, type ApiScript } from './script-context'
import { SplicedText, type ScriptJson } from './script-json'
import type { ShellText, ShellVariable } from './shell-text'
import { variableWords } from './variable-name'

/** Writes one deployment of the API as it stands, and the stages that show it. */
export function stageCommands(context: ApiScript<RestApi>): void {
  const { api, names, parts } = context
  const stages = Object.entries(api.stages)
  parts.heading('Deployment and stages')
  if (stages.length === 0) {
    parts.line('# The design has no stage: deploy with create-deployment --stage-name when there is one.')
    return
  }
  const wanted = parts.variable(`${names.words}_DEPLOYMENT_ID`, `deployment ${api.id}`)
  const deployment = parts.capture(wanted, 'id', {
    operation: 'apigateway create-deployment',
    options: { 'rest-api-id': [names.id], description: descriptionOf(api) },
  })
  for (const [name, stage] of stages) stageCommand(context, stageName(context, api.id, name), stage, deployment, name)
}

/** Of the first stage's deployment that has one. */
function descriptionOf(api: RestApi): string | undefined {
  const shown = Object.values(api.stages).map(({ deploymentId }) => deploymentId)
  const deployment = api.deployments.find(({ id, description }) => shown.includes(id) && description)
  return deployment?.description
}

function stageCommand(
  context: ApiScript<RestApi>,
  name: ShellText,
  stage: Stage,
  deployment: ShellVariable,
  title: string,
): void {
  const { names, parts } = context
  const at = { 'rest-api-id': [names.id], 'stage-name': name }
  parts.run({
    operation: 'apigateway create-stage',
    options: {
      ...at,
      'deployment-id': [deployment],
      description: stage.description || undefined,
      'cache-cluster-enabled': stage.cacheClusterEnabled === true ? true : undefined,
      'cache-cluster-size': stage.cacheClusterSize,
      variables: presentTexts(stage.variables),
      'canary-settings': canaryOf(stage, deployment),
      'tracing-enabled': stage.tracingEnabled === true ? true : undefined,
      tags: presentTexts(stage.tags),
    },
  })
  const patches = patchesOf(context, stage, title)
  if (patches.length > 0)
    parts.run({ operation: 'apigateway update-stage', options: { ...at, 'patch-operations': { json: patches } } })
  if (stage.webAclArn !== undefined) webAclCommand(context, name, stage.webAclArn)
}

function canaryOf({ canarySettings: canary }: Stage, deployment: ShellVariable) {
  if (canary === undefined) return undefined
  const { percentTraffic, stageVariableOverrides, useStageCache } = canary
  return {
    json: {
      percentTraffic,
      deploymentId: new SplicedText([deployment]),
      ...(stageVariableOverrides && { stageVariableOverrides }),
      ...(useStageCache !== undefined && { useStageCache }),
    },
  }
}

/** What create-stage does not take. */
function patchesOf(context: ApiScript<RestApi>, stage: Stage, title: string): readonly ScriptJson[] {
  const { names, parts } = context
  const { accessLogSettings: logs, clientCertificateId } = stage
  const replace = (path: string, value: ScriptJson): ScriptJson => ({ op: 'replace', path, value })
  const words = `${names.words}_${variableWords(title)}`
  const settings = methodSettingPatches(stage).map(({ op, path, value }): ScriptJson => ({ op, path, value }))
  const result = [...settings]
  if (logs?.destinationArn !== undefined) {
    const destination = new SplicedText(logDestination(context, words, logs.destinationArn))
    result.push(replace('/accessLogSettings/destinationArn', destination))
  }
  if (logs) result.push(replace('/accessLogSettings/format', logs.format))
  if (clientCertificateId !== undefined) {
    const identity = `client certificate ${clientCertificateId}`
    const certificate = parts.parameter(`${words}_CLIENT_CERTIFICATE_ID`, identity, clientCertificateId)
    result.push(replace('/clientCertificateId', new SplicedText([certificate])))
  }
  return result
}

function webAclCommand({ names, parts, region }: ApiScript<RestApi>, stage: ShellText, webAclArn: string): void {
  const name = webAclArn.split('/').at(-2) ?? 'STAGE'
  const acl = parts.parameter(`${variableWords(name)}_WEB_ACL_ARN`, `web ACL ${webAclArn}`, webAclArn)
  parts.run({
    operation: 'wafv2 associate-web-acl',
    options: {
      'web-acl-arn': [acl],
      'resource-arn': ['arn:aws:apigateway:', region, '::/restapis/', names.id, '/stages/', ...stage],
    },
  })
}
