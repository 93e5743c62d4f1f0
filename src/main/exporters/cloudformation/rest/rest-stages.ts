import type { RestApi } from '@shared/design/rest-api'
import type { CanarySettings, Stage } from '@shared/design/stage'
import { pointerTo } from '@shared/diagnostic'
import { addClientCertificate } from '../client-certificate'
import type { ApiContext } from '../export-context'
import { accessLog, addLogRole } from '../logging'
import { stageNameParameter } from '../stage-name'
import { stageWords } from '../api-names'
import type { TemplateObject } from '../template-document'
import { filled, properties, ref, tagList } from '../template-functions'
import { addWebAclAssociation } from '../web-acl-association'
import { methodSettingList, reportCacheControl, writesExecutionLog } from './method-settings'
import { addDeployment, type DeployedParts } from './rest-deployment'

/** Adds the API's deployment and every stage. */
export function addRestStages(context: ApiContext<RestApi>, deployed: DeployedParts): void {
  const { api } = context
  if (Object.keys(api.stages).length === 0) return
  const deployment = addDeployment(context, deployed, { wanted: 'Deployment', description: descriptionOf(api) })
  for (const [stageName, stage] of Object.entries(api.stages)) {
    addStage(context, stageName, stage, deployment, deployed)
    if (stage.webAclArn !== undefined) addWebAclAssociation(context, stageName, stage.webAclArn)
  }
}

/** The words on the deployment that all stages show; undefined when they differ. */
function descriptionOf(api: RestApi): string | undefined {
  const descriptions = Object.values(api.stages).map(
    (stage) => api.deployments.find(({ id }) => id === stage.deploymentId)?.description,
  )
  return new Set(descriptions).size === 1 ? descriptions[0] : undefined
}

function addStage(
  context: ApiContext<RestApi>,
  stageName: string,
  stage: Stage,
  deployment: string,
  deployed: DeployedParts,
): void {
  const { names, parts } = context
  const log = stage.accessLogSettings && accessLog(context, stageName, stage.accessLogSettings)
  const needsRole = log !== undefined || writesExecutionLog(stage)
  reportCacheControl(context, stageName, stage)
  parts.resource(names.stageIds.get(stageName) ?? stageName, {
    Type: 'AWS::ApiGateway::Stage',
    Properties: properties({
      RestApiId: names.ref,
      StageName: stageNameParameter(context, stageName),
      DeploymentId: ref(deployment),
      Description: stage.description,
      Variables: filled(stage.variables),
      MethodSettings: methodSettingList(stage),
      CacheClusterEnabled: stage.cacheClusterEnabled,
      CacheClusterSize: stage.cacheClusterSize,
      CanarySetting: stage.canarySettings && canaryProperties(context, stageName, stage.canarySettings, deployed),
      AccessLogSetting: log,
      TracingEnabled: stage.tracingEnabled,
      ClientCertificateId: addClientCertificate(context, stageName, stage.clientCertificateId),
      Tags: tagList(stage.tags),
    }),
    ...(needsRole && { DependsOn: [addLogRole(context)] }),
  })
}

/** A canary has a deployment of its own. In one template it can be taken of the API as it stands only. */
function canaryProperties(
  context: ApiContext<RestApi>,
  stageName: string,
  canary: CanarySettings,
  deployed: DeployedParts,
): TemplateObject {
  const { api, names, parts } = context
  const wanted = `${stageWords(stageName)}CanaryDeployment`
  const { description } = api.deployments.find(({ id }) => id === canary.deploymentId) ?? {}
  const deployment = addDeployment(context, deployed, { wanted, description })
  const message = `The canary of stage ${stageName} of ${api.name} and the stage both get the API as it stands: a template cannot deploy two definitions of one API. Deploy first, then change the API and deploy again to tell them apart.`
  const pointer = names.pointer + pointerTo(['stages', stageName, 'canarySettings'])
  parts.report('export/older-deployment', 'warning', pointer, message)
  return properties({
    DeploymentId: ref(deployment),
    PercentTraffic: canary.percentTraffic,
    StageVariableOverrides: filled(canary.stageVariableOverrides),
    UseStageCache: canary.useStageCache,
  })
}
