import { findRestApi } from '@shared/design/route-key'
import type { RestApi } from '@shared/design/rest-api'
import { deployStage } from '../../stores/deploy-stage'
import { useDesignStore } from '../../stores/design-store'
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
  if (selected === null) {
    const { design } = useDesignStore.getState()
    const { apiId } = useUiStore.getState()
    const type = design?.apis.find(({ id }) => id === apiId)?.protocolType
    if (type === 'HTTP') return 'HTTP APIs serve every change at once'
    return type === 'WEBSOCKET'
      ? 'WebSocket APIs serve every change at once here'
      : 'Select a stage of a REST API first'
  }
  const { api, stage } = selected
  return undeployedChangesOf(api, stage).length === 0 && api.stages[stage]?.deploymentId !== undefined
    ? `Nothing changed since the last deployment to ${stage}`
    : null
}

export function deploySelectedStage(): void {
  const selected = selectedStage()
  if (selected !== null) deployStage(selected.api, selected.stage)
}

export function whyNotToggleGateway(): string | null {
  if (useGatewayStore.getState().gateway.state === 'starting') return 'The gateway is starting'
  return useDesignStore.getState().design === null ? 'Open or create a project first' : null
}

export function toggleGateway(): void {
  const { gateway, start, stop } = useGatewayStore.getState()
  void (gateway.state === 'running' ? stop() : start(useUiStore.getState().settings.gatewayPort))
}
