import type { Deployment } from '@shared/design/deployment'
import { idFrom } from '@shared/design/id-from'
import type { RestApi, RestApiDefinition } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import type { Members } from '../../members'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { readDeployments, type ReadDeployment } from './deployments'
import { finishShape } from './misplaced-properties'
import { propertiesOf, reportAssumed } from './resource-properties'
import { partsOf, type RestApiParts } from './rest-api-parts'
import { readCanary, readStageSettings } from './stage-settings'

const EPOCH = '1970-01-01T00:00:00Z'

/** A stage being put together, and who spoke of it. */
interface OpenStage {
  readonly stage: Stage
  readonly members: Members
  /** Of its resource, or of the deployment's. */
  readonly pointer: string
  readonly isResource: boolean
}

/**
 * The stages of an API and its deployments, the last of the template first. Every deployment is one of the API as it stands: a template says
 * nothing about what was deployed before. Source: rest-api.md 11, 18.
 */
export function readStages(
  context: TemplateContext,
  group: RestApiParts,
  definition: RestApiDefinition,
): Pick<RestApi, 'stages' | 'deployments'> {
  const read = readDeployments(context, group, definition.resources)
  const stages = readStageResources(context, group, definition.resources)
  for (const deployment of read) addDeployedStage(stages, deployment)
  const createdDate = context.options.createdDate ?? EPOCH
  const deployments = read.map(({ id, description }): Deployment =>
    withoutAbsent({ id, description, createdDate, definition }),
  )
  const known = new Set(deployments.map(({ id }) => id))
  const entries = [...stages].map(([name, open]): [string, Stage] => {
    context.findings.carry(`Stage ${name}`, open.pointer)
    return [name, withKnownDeployments(open, known, (id) => deployments.push({ id, createdDate, definition }))]
  })
  return { stages: Object.fromEntries(entries), deployments: deployments.reverse() }
}

function readStageResources(
  context: TemplateContext,
  group: RestApiParts,
  resources: RestApi['resources'],
): Map<string, OpenStage> {
  const stages = new Map<string, OpenStage>()
  for (const resource of partsOf(group, 'Stage')) {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId', 'StageName')
    const name = physicalIdOf(resource)
    if (!members.has('StageName')) {
      reportAssumed(
        members,
        'StageName',
        `${members.label} has no "StageName". It is named ${name} here. Write the name.`,
      )
    }
    const deploymentId = members.text('DeploymentId')
    const canarySettings = readCanary(members, 'CanarySetting', 'CanarySetting')
    const stage = withoutAbsent({ ...readStageSettings(members, resources), deploymentId, canarySettings })
    finishShape(members, 'Stage')
    if (deploymentId === undefined) {
      const message = `${members.label} has no "DeploymentId", which AWS demands, so nothing answers there. Write DeploymentId: !Ref and a deployment.`
      context.findings.report('import/integration-incomplete', 'warning', members.pointer, message)
    }
    if (!stages.has(name)) stages.set(name, { stage, members, pointer: resource.pointer, isResource: true })
    else {
      const message = `${members.label} is left out: the API has the stage ${name} already, and AWS refuses a second. Rename one of the two.`
      context.findings.report('import/resource-repeated', 'error', members.pointer, message)
    }
  }
  return stages
}

/** What a deployment that names a stage does: makes it, points it to itself, or adds a canary to it. */
function addDeployedStage(stages: Map<string, OpenStage>, deployment: ReadDeployment): void {
  const { id, stageName, canary, members, pointer } = deployment
  if (stageName === undefined) return
  const own: Stage = deployment.stage ?? { methodSettings: {} }
  const open = stages.get(stageName)
  if (canary && open) {
    const canarySettings = { ...canary, deploymentId: id }
    stages.set(stageName, { ...open, stage: { ...open.stage, canarySettings } })
    return
  }
  if (canary) {
    const message = `${members.nameOf('DeploymentCanarySettings')} is left out: a canary needs a stage that is there before it. Write an AWS::ApiGateway::Stage named ${stageName} with a deployment of its own.`
    members.findings.report('import/property-missing', 'error', members.pointerOf('DeploymentCanarySettings'), message)
  }
  if (open?.isResource) {
    const message = `${members.nameOf('StageName')} is left out: ${open.members.label} makes the stage ${stageName}, and AWS refuses the second of the two. Remove "StageName".`
    members.findings.report('import/resource-repeated', 'error', members.pointerOf('StageName'), message)
    return
  }
  stages.set(stageName, { stage: { ...open?.stage, ...own, deploymentId: id }, members, pointer, isResource: false })
}

/** A deployment that the template does not make is drawn as one of the API as it stands. */
function withKnownDeployments({ stage, members }: OpenStage, known: Set<string>, add: (id: string) => void): Stage {
  const idOf = (written: string): string => {
    if (known.has(written)) return written
    const id = idFrom(`deployment ${written}`, 6)
    if (!known.has(id)) add(id)
    known.add(id)
    const message = `${members.label} points to the deployment ${written}, which this template does not make. It serves the API as it stands here.`
    members.findings.report('import/outside-template', 'warning', members.pointerOf('DeploymentId'), message)
    return id
  }
  const { deploymentId, canarySettings } = stage
  const canaryId = canarySettings?.deploymentId
  return {
    ...stage,
    ...(deploymentId !== undefined && { deploymentId: idOf(deploymentId) }),
    ...(canarySettings &&
      canaryId !== undefined && { canarySettings: { ...canarySettings, deploymentId: idOf(canaryId) } }),
  }
}
