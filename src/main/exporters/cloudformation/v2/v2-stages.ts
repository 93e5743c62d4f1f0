import type { RouteSettings } from '@shared/design/http-api'
import { idFrom } from '@shared/design/id-from'
import type { V2Api, V2Stage } from '@shared/design/v2-api'
import { addClientCertificate } from '../client-certificate'
import { partId, type ApiContext } from '../export-context'
import { accessLog, addLogRole } from '../logging'
import { stageNameParameter } from '../stage-name'
import type { TemplateObject } from '../template-document'
import { filled, properties, ref } from '../template-functions'

/** What a stage's deployment and settings need. */
export interface DeployedRoutes {
  /** Logical ids of whatever must be there before a deployment is made. */
  readonly dependsOn: readonly string[]
  /** Logical ids by route key; settings of a route can be made only once it is there. */
  readonly routes: ReadonlyMap<string, string>
  /** Whatever the API changes with. */
  readonly fingerprint: string
}

/** Adds every stage, and a deployment for those that do not deploy by themselves. */
export function addV2Stages(context: ApiContext<V2Api>, deployed: DeployedRoutes): void {
  for (const [stageName, stage] of Object.entries<V2Stage>(context.api.stages))
    addStage(context, stageName, stage, deployed)
}

function addStage(context: ApiContext<V2Api>, stageName: string, stage: V2Stage, deployed: DeployedRoutes): void {
  const { api, names, parts } = context
  const log = stage.accessLogSettings && accessLog(context, stageName, stage.accessLogSettings)
  // HTTP APIs write logs with the rights of whoever made the stage.
  const needsRole = api.protocolType === 'WEBSOCKET' && (log !== undefined || writesExecutionLog(stage))
  const settings = Object.keys(stage.routeSettings ?? {}).flatMap((routeKey) => deployed.routes.get(routeKey) ?? [])
  const dependsOn = [...(needsRole ? [addLogRole(context)] : []), ...settings]
  const certificateId = 'clientCertificateId' in stage ? stage.clientCertificateId : undefined
  parts.resource(names.stageIds.get(stageName) ?? stageName, {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: properties({
      ApiId: names.ref,
      StageName: stageNameParameter(context, stageName),
      Description: stage.description,
      AutoDeploy: stage.autoDeploy,
      DeploymentId: stage.autoDeploy === true ? undefined : ref(addDeployment(context, deployed)),
      StageVariables: filled(stage.stageVariables),
      DefaultRouteSettings: stage.defaultRouteSettings && settingProperties(stage.defaultRouteSettings),
      RouteSettings: stage.routeSettings && routeSettings(stage.routeSettings),
      AccessLogSettings: log,
      ClientCertificateId: addClientCertificate(context, stageName, certificateId),
    }),
    ...(dependsOn.length > 0 && { DependsOn: dependsOn }),
  })
}

/** One deployment for all stages; its id has a hash of the API in it, because a deployment never changes. */
function addDeployment(context: ApiContext<V2Api>, { dependsOn, fingerprint }: DeployedRoutes): string {
  const id = partId(context, `Deployment${idFrom(fingerprint, 10)}`, 'deployment')
  context.parts.resource(id, {
    Type: 'AWS::ApiGatewayV2::Deployment',
    Properties: { ApiId: context.names.ref },
    ...(dependsOn.length > 0 && { DependsOn: [...dependsOn] }),
  })
  return id
}

function routeSettings(settings: Readonly<Record<string, RouteSettings>>): TemplateObject | undefined {
  return filled(
    Object.fromEntries(Object.entries(settings).map(([routeKey, setting]) => [routeKey, settingProperties(setting)])),
  )
}

function settingProperties(setting: RouteSettings): TemplateObject {
  return properties({
    ThrottlingRateLimit: setting.throttlingRateLimit,
    ThrottlingBurstLimit: setting.throttlingBurstLimit,
    DetailedMetricsEnabled: setting.detailedMetricsEnabled,
    DataTraceEnabled: setting.dataTraceEnabled,
    LoggingLevel: setting.loggingLevel,
  })
}

function writesExecutionLog({ defaultRouteSettings, routeSettings: own }: V2Stage): boolean {
  return [defaultRouteSettings ?? {}, ...Object.values(own ?? {})].some(
    ({ loggingLevel, dataTraceEnabled }) =>
      (loggingLevel !== undefined && loggingLevel !== 'OFF') || dataTraceEnabled === true,
  )
}
