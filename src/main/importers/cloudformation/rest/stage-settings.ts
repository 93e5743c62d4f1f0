import type { RestApi } from '@shared/design/rest-api'
import { CACHE_CLUSTER_SIZES, type CanarySettings, type Stage } from '@shared/design/stage'
import type { Members } from '../../members'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { readMethodSettings } from './method-settings'
import { readTags } from './tags'

/** What AWS::ApiGateway::Stage and the `StageDescription` of a deployment both have. */
export function readStageSettings(members: Members, resources: RestApi['resources']): Stage {
  members.skipDocumentation('DocumentationVersion')
  return withoutAbsent({
    description: members.text('Description'),
    variables: members.textMap('Variables'),
    methodSettings: readMethodSettings(members, resources),
    cacheClusterEnabled: members.flag('CacheClusterEnabled'),
    cacheClusterSize: members.oneOf('CacheClusterSize', CACHE_CLUSTER_SIZES),
    accessLogSettings: readAccessLog(members),
    tracingEnabled: members.flag('TracingEnabled'),
    clientCertificateId: members.text('ClientCertificateId'),
    tags: readTags(members),
  })
}

function readAccessLog(stage: Members): Stage['accessLogSettings'] {
  const members = stage.members('AccessLogSetting')
  if (!members) return undefined
  const destinationArn = members.text('DestinationArn')
  const format = members.text('Format')
  members.finish()
  if (format !== undefined) return withoutAbsent({ destinationArn, format })
  if (Object.keys(members.record).length === 0) return undefined
  const message = `${members.label} has no "Format" and is left out. Write one line of $context variables, as in $context.requestId.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
  return undefined
}

/** `CanarySetting` of a stage, or `DeploymentCanarySettings`. No percentage means no traffic. Source: rest-api.md 11.4. */
export function readCanary(
  owner: Members,
  name: string,
  shape: 'CanarySetting' | 'DeploymentCanarySettings',
): CanarySettings | undefined {
  const members = owner.members(name)
  if (!members) return undefined
  const canary: CanarySettings = withoutAbsent({
    percentTraffic: members.number('PercentTraffic', { min: 0, max: 100 }) ?? 0,
    deploymentId: shape === 'CanarySetting' ? members.text('DeploymentId') : undefined,
    stageVariableOverrides: members.textMap('StageVariableOverrides'),
    useStageCache: members.flag('UseStageCache'),
  })
  finishShape(members, shape)
  return Object.keys(members.record).length === 0 ? undefined : canary
}
