import type { RouteSettings } from '@shared/design/http-api'
import type { WebSocketStage } from '@shared/design/websocket-api'
import { membersAt, type Members } from '../../members'
import { isRecord } from '../../json-place'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { leaveOut, propertiesOf, resourceLabel } from '../rest/resource-properties'
import { partsOf, type V2ApiParts } from './v2-api-parts'

const LOGGING_LEVELS = ['OFF', 'ERROR', 'INFO'] as const

/** The stages of an API by name, those of WebSocket APIs; HTTP stages are the same without a client certificate. */
export function readV2Stages(context: TemplateContext, group: V2ApiParts): Map<string, WebSocketStage> {
  const stages = new Map<string, WebSocketStage>()
  for (const resource of partsOf(group, 'Stage')) {
    const members = propertiesOf(context, resource)
    const name = members.text('StageName')
    members.skip('ApiId')
    const stage = readStage(members)
    if (name === undefined) {
      const message = `${members.label} is left out: it has no "StageName". Write $default, or a name of letters and digits.`
      context.findings.report('import/property-missing', 'error', members.pointer, message)
    } else if (stages.has(name)) {
      const message = `${members.label} is left out: the API has a stage ${name} already, and AWS refuses a second. Remove one of the two.`
      context.findings.report('import/resource-repeated', 'error', resource.pointer, message)
    } else {
      stages.set(name, stage)
      context.findings.carry(`Stage ${name}`, resource.pointer)
      reportUndeployed(members, stage, name)
    }
    leaveOut(members, 'DeploymentId', 'a design holds these APIs as they stand, not their deployments.')
    members.finish()
  }
  readDeployments(context, group, stages)
  return stages
}

function readStage(members: Members): WebSocketStage {
  leaveOut(members, 'Tags', 'stages of these APIs have no tags in a design.')
  leaveOut(members, 'AccessPolicyId', 'AWS takes it for itself.')
  return withoutAbsent({
    description: members.text('Description'),
    autoDeploy: members.flag('AutoDeploy') ?? false,
    stageVariables: members.textMap('StageVariables'),
    defaultRouteSettings: routeSettings(members.members('DefaultRouteSettings')),
    routeSettings: readRouteSettings(members),
    accessLogSettings: readAccessLog(members),
    clientCertificateId: members.text('ClientCertificateId'),
  })
}

function routeSettings(members: Members | undefined): RouteSettings | undefined {
  if (!members) return undefined
  const settings: RouteSettings = withoutAbsent({
    throttlingRateLimit: members.number('ThrottlingRateLimit'),
    throttlingBurstLimit: members.number('ThrottlingBurstLimit'),
    detailedMetricsEnabled: members.flag('DetailedMetricsEnabled'),
    dataTraceEnabled: members.flag('DataTraceEnabled'),
    loggingLevel: members.oneOf('LoggingLevel', LOGGING_LEVELS),
  })
  members.finish()
  return settings
}

function readRouteSettings(stage: Members): WebSocketStage['routeSettings'] {
  const written = stage.members('RouteSettings')
  if (!written) return undefined
  const entries = written.places().flatMap(([routeKey, place]): [string, RouteSettings][] => {
    const settings = routeSettings(membersAt(place, `the settings of ${routeKey} in ${stage.label}`, stage.findings))
    return settings ? [[routeKey, settings]] : []
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function readAccessLog(stage: Members): WebSocketStage['accessLogSettings'] {
  const name =
    stage.has('AccessLogSetting') && !stage.has('AccessLogSettings') ? 'AccessLogSetting' : 'AccessLogSettings'
  if (name === 'AccessLogSetting') {
    const message = `${stage.nameOf(name)} is read as "AccessLogSettings": so it is spelled here, and AWS refuses the other.`
    stage.findings.report('import/value-assumed', 'error', stage.pointerOf(name), message)
  }
  const members = stage.members(name)
  if (!members) return undefined
  const destinationArn = members.text('DestinationArn')
  const place = members.place('Format')
  // Some templates write the JSON of a line as an object.
  const format = isRecord(place?.value) ? JSON.stringify(place.value) : members.text('Format')
  members.finish()
  if (format !== undefined) return withoutAbsent({ destinationArn, format })
  if (Object.keys(members.record).length === 0) return undefined
  const message = `${members.label} has no "Format" and is left out. Write one line of $context variables, as in $context.requestId.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
  return undefined
}

/** Without automatic deployment and without a deployment nothing answers on AWS. */
function reportUndeployed(members: Members, stage: WebSocketStage, name: string): void {
  if (stage.autoDeploy === true || members.has('DeploymentId')) return
  const message = `The stage ${name} has neither AutoDeploy: true nor a "DeploymentId": on AWS nothing answers there until somebody deploys. Here the API answers as it stands.`
  members.findings.report('import/value-assumed', 'warning', members.pointer, message)
}

/** A deployment names a stage that is there already; a design has no deployments of these types. */
function readDeployments(context: TemplateContext, group: V2ApiParts, stages: ReadonlyMap<string, unknown>): void {
  for (const resource of partsOf(group, 'Deployment')) {
    const members = propertiesOf(context, resource)
    members.skip('ApiId', 'Description')
    const name = members.text('StageName')
    if (name !== undefined && !stages.has(name) && group.resource) {
      const message = `${resourceLabel(resource)} names the stage ${name}, which the template does not define: AWS deploys to stages that are there. Add an AWS::ApiGatewayV2::Stage.`
      context.findings.report('import/outside-template', 'warning', members.pointerOf('StageName'), message)
    }
    members.finish()
  }
}
