import type { MethodSetting } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { extrasOf, type ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'

export function stagePath(apiId: string, name: string): string {
  return `/restapis/${apiId}/stages/${name}`
}

/** A stage as the service reads it back. Source: rest-api.md 11.1 and 11.2, recorded. */
export function stageRecord(state: ControlPlane, api: RestApi, name: string, stage: Stage): JsonRecord {
  const { deploymentId, methodSettings, ...others } = stage
  const deployment = api.deployments.find(({ id }) => id === deploymentId)
  return {
    ...presentMembers({ deploymentId }),
    stageName: name,
    cacheClusterEnabled: false,
    cacheClusterStatus: stage.cacheClusterEnabled ? 'AVAILABLE' : 'NOT_AVAILABLE',
    tracingEnabled: false,
    ...others,
    methodSettings: Object.fromEntries(Object.entries(methodSettings).map(([key, each]) => [keyOf(key), whole(each)])),
    createdDate: deployment?.createdDate ?? state.now,
    lastUpdatedDate: state.now,
    ...extrasOf(state, stagePath(api.id, name)),
  }
}

/** "/orders/POST" -> "orders/POST", as recorded; the root's settings are read back as "~1/GET". */
function keyOf(key: string): string {
  return /^\/[A-Z]+$/.test(key) ? `~1${key}` : key.replace(/^\//, '')
}

function whole(setting: MethodSetting): JsonRecord {
  return { ...setting }
}
