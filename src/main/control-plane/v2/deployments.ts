import { changed, created, deleted, has, listed, read, type Collection } from '../collection-handlers'
import { withExtras, type ControlPlane } from '../control-plane'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import { badRequest } from '../service-error'
import { v2ApiPath } from './api-record'
import { findStage, findV2Api } from './find-v2'

const DEPLOYMENTS: Collection = {
  pathOf: ({ state, input }) => deploymentsPath(findV2Api(state, input).id),
  idMember: 'deploymentId',
  idName: 'deploymentId',
  label: 'Deployment',
}

/** Snapshots of HTTP and WebSocket APIs, which a design does not hold: what is called is the API as it stands. */
export const V2_DEPLOYMENT_HANDLERS: OperationHandlers = {
  CreateDeployment(call) {
    const { state, input } = call
    const api = findV2Api(state, input)
    if (Object.keys(api.routes).length === 0) {
      throw badRequest('At least one route is required before deploying the Api.', 'Add one with create-route.')
    }
    const stageName = input.text('stageName')
    const staged = stageName === undefined ? undefined : findStage(api, input)
    const members = presentMembers({ description: input.text('description') })
    const made = created(call, DEPLOYMENTS, {
      autoDeployed: false,
      createdDate: state.now,
      deploymentStatus: 'DEPLOYED',
      ...members,
    })
    const deploymentId = made.output?.['deploymentId']
    const after =
      staged === undefined ? made.state : withExtras(made.state, stagePath(api.id, staged.name), { deploymentId })
    return { ...made, state: after, notes: [] }
  },
  GetDeployment: (call) => read(call, DEPLOYMENTS),
  GetDeployments: (call) => listed(call, DEPLOYMENTS, 'items'),
  UpdateDeployment: (call) =>
    changed(call, DEPLOYMENTS, (deployment, input) => ({
      ...deployment,
      ...presentMembers({ description: input.text('description') }),
    })),
  DeleteDeployment: (call) => deleted(call, DEPLOYMENTS),
}

function deploymentsPath(apiId: string): string {
  return `${v2ApiPath(apiId)}/deployments`
}

export function stagePath(apiId: string, stageName: string): string {
  return `${v2ApiPath(apiId)}/stages/${stageName}`
}

export function hasDeployment(state: ControlPlane, apiId: string, id: string): boolean {
  return has(state, deploymentsPath(apiId), id)
}
