import type { CanarySettings, Stage } from '@shared/design/stage'
import { ALL_METHODS } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import type { Members } from '../../members'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { readMethodSetting } from './method-settings'
import { finishShape } from './misplaced-properties'
import { propertiesOf } from './resource-properties'
import { partsOf, type RestApiParts } from './rest-api-parts'
import { readCanary, readStageSettings } from './stage-settings'

/** AWS::ApiGateway::Deployment, and the stage that it makes when it names one. */
export interface ReadDeployment {
  readonly id: string
  readonly description: string | undefined
  readonly stageName: string | undefined
  readonly stage: Stage | undefined
  readonly canary: CanarySettings | undefined
  readonly members: Members
  readonly pointer: string
}

/** The deployments of an API, in the order of the template. */
export function readDeployments(
  context: TemplateContext,
  group: RestApiParts,
  resources: RestApi['resources'],
): ReadDeployment[] {
  return partsOf(group, 'Deployment').map((resource) => {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId')
    const stageName = members.text('StageName')
    const description = members.text('Description')
    const stage = readStageDescription(members, resources)
    const canary = readCanary(members, 'DeploymentCanarySettings', 'DeploymentCanarySettings')
    if (stageName === undefined) {
      for (const name of ['StageDescription', 'DeploymentCanarySettings']) {
        if (!members.has(name)) continue
        const message = `${members.nameOf(name)} is left out: it is for the stage that "StageName" names, which is missing. Write it.`
        context.findings.report('import/property-missing', 'error', members.pointerOf(name), message)
      }
    }
    finishShape(members, 'Deployment')
    return { id: physicalIdOf(resource), description, stageName, stage, canary, members, pointer: resource.pointer }
  })
}

/** Its settings for all methods stand beside the list of those for one. */
function readStageDescription(deployment: Members, resources: RestApi['resources']): Stage | undefined {
  const members = deployment.members('StageDescription')
  if (!members) return undefined
  const settings = readStageSettings(members, resources)
  const forAll = readMethodSetting(members)
  const canarySettings = readCanary(members, 'CanarySetting', 'CanarySetting')
  finishShape(members, 'StageDescription')
  const hasForAll = Object.keys(forAll).length > 0
  return withoutAbsent({
    ...settings,
    methodSettings: hasForAll
      ? { ...settings.methodSettings, [ALL_METHODS]: { ...forAll, ...settings.methodSettings[ALL_METHODS] } }
      : settings.methodSettings,
    canarySettings,
  })
}
