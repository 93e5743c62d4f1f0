import type { RouteSettings } from '@shared/design/http-api'
import type { V2Api, V2Stage } from '@shared/design/v2-api'
import { logDestination } from './arn-text'
import { presentTexts } from './present-texts'
import { stageName, type ApiScript } from './script-context'
import { SplicedText, type ScriptJson } from './script-json'
import type { ShellVariable } from './shell-text'
import { variableWords } from './variable-name'
import { wireMembers } from './wire-members'

/** Writes the stages, and a deployment for those that do not deploy by themselves. */
export function v2StageCommands(context: ApiScript<V2Api>): void {
  const { api, parts } = context
  const stages = Object.entries<V2Stage>(api.stages)
  if (stages.length === 0) return
  parts.heading('Stages')
  const needsDeployment = stages.some(([, { autoDeploy }]) => autoDeploy !== true)
  const deployment = needsDeployment ? deploymentCommand(context) : undefined
  for (const [name, stage] of stages) stageCommand(context, name, stage, deployment)
}

function deploymentCommand({ api, names, parts }: ApiScript<V2Api>): ShellVariable {
  const wanted = parts.variable(`${names.words}_DEPLOYMENT_ID`, `deployment ${api.id}`)
  const options = { 'api-id': [names.id] }
  return parts.capture(wanted, 'DeploymentId', { operation: 'apigatewayv2 create-deployment', options })
}

function stageCommand(
  context: ApiScript<V2Api>,
  name: string,
  stage: V2Stage,
  deployment: ShellVariable | undefined,
): void {
  const { api, names, parts } = context
  const { accessLogSettings: logs, autoDeploy, defaultRouteSettings, routeSettings } = stage
  const words = `${names.words}_${variableWords(name)}`
  const routes = Object.entries(routeSettings ?? {}).map(([key, settings]) => [key, wireMembers(settings)] as const)
  parts.run({
    operation: 'apigatewayv2 create-stage',
    options: {
      'api-id': [names.id],
      'stage-name': stageName(context, api.id, name),
      ...(autoDeploy === true ? { 'auto-deploy': true } : { 'deployment-id': deployment && [deployment] }),
      description: stage.description || undefined,
      'stage-variables': presentTexts(stage.stageVariables),
      'default-route-settings': settingsOf(defaultRouteSettings),
      'route-settings': routes.length === 0 ? undefined : { json: Object.fromEntries(routes) },
      'access-log-settings': logs && {
        json: {
          ...(logs.destinationArn !== undefined && {
            DestinationArn: new SplicedText(logDestination(context, words, logs.destinationArn)),
          }),
          Format: logs.format,
        },
      },
      ...('clientCertificateId' in stage && { 'client-certificate-id': certificateOf(context, words, stage) }),
    },
  })
}

function settingsOf(settings: RouteSettings | undefined): { readonly json: ScriptJson } | undefined {
  const members = wireMembers(settings ?? {})
  return Object.keys(members).length === 0 ? undefined : { json: members }
}

function certificateOf(
  { parts }: ApiScript,
  words: string,
  { clientCertificateId: id }: { readonly clientCertificateId?: string },
): readonly ShellVariable[] | undefined {
  return id === undefined
    ? undefined
    : [parts.parameter(`${words}_CLIENT_CERTIFICATE_ID`, `client certificate ${id}`, id)]
}
