import { deploy } from '@shared/design/edits/deploy'
import { findRestApi } from '@shared/design/route-key'
import type { RestApi } from '@shared/design/rest-api'
import { unusedId } from '@shared/design/unused-id'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useGatewayStore } from '../../stores/gateway-store'
import { useUiStore } from '../../stores/ui-store'
import { undeployedChangesOf } from '../../stores/undeployed'

/** The REST API and stage that are selected, if both are. */
export function selectedStage(): { readonly api: RestApi; readonly stage: string } | null {
  const { design } = useDesignStore.getState()
  const { apiId, stage } = useUiStore.getState()
  const api = design && apiId !== null ? findRestApi(design, apiId) : undefined
  return api && stage !== null ? { api, stage } : null
}

export function whyNotDeploy(): string | null {
  const selected = selectedStage()
  if (selected === null) return 'Select a stage of a REST API first'
  const { api, stage } = selected
  return undeployedChangesOf(api, stage).length === 0 && api.stages[stage]?.deploymentId !== undefined
    ? `Nothing changed since the last deployment to ${stage}`
    : null
}

/** A new deployment of the selected API, with the stage pointing at it. */
export function deployStage(): void {
  const selected = selectedStage()
  if (selected === null) return
  const { api, stage } = selected
  const createdDate = new Date().toISOString()
  const id = unusedId(
    `deployment ${api.id} ${createdDate}`,
    6,
    api.deployments.map((each) => each.id),
  )
  editWithUndo({
    name: `Deploy to ${stage}`,
    change: (design) => deploy(design, api.id, stage, { id, createdDate }),
    message: `${api.name} is deployed to ${stage}`,
    code: 'deployed',
  })
}

export function whyNotToggleGateway(): string | null {
  if (useGatewayStore.getState().gateway.state === 'starting') return 'The gateway is starting'
  return useDesignStore.getState().design === null ? 'Open or create a project first' : null
}

export function toggleGateway(): void {
  const { gateway, start, stop } = useGatewayStore.getState()
  void (gateway.state === 'running' ? stop() : start(useUiStore.getState().settings.gatewayPort))
}
