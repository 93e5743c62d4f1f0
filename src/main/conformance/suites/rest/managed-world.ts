import { emptyDesign } from '@shared/design/new-design'
import { callOperation, type OperationResult } from '../../../control-plane/call-operation'
import { controlPlaneFor, type ControlPlane } from '../../../control-plane/control-plane'
import type { JsonRecord } from '../../../control-plane/json-record'
import { operationsOf } from '../../../control-plane/operations/all-operations'
import { documentPort } from '../../../importers/cli-script/run/document-port'

/** A management API that cases are played against. Members of calls are named as clients name them. */
export class ManagedWorld {
  state: ControlPlane = controlPlaneFor(emptyDesign('world'), '2026-01-01T00:00:00Z')

  /** An operation that must succeed; its answer. */
  done(operation: string, values: JsonRecord): JsonRecord {
    const result = this.call(operation, values)
    if (result.kind === 'done') return result.output ?? {}
    throw new Error(`${operation} was ${result.kind === 'refused' ? `refused: ${result.error.message}` : 'not played'}`)
  }

  call(name: string, values: JsonRecord): OperationResult {
    const operation = operationsOf('apigateway').get(name)
    if (operation === undefined) return { kind: 'unplayed' }
    const entries = Object.entries(values).map(([key, value]) => [
      operation.members.find(({ clientName }) => clientName === key)?.name ?? key,
      value,
    ])
    const result = callOperation(this.state, operation, Object.fromEntries(entries) as JsonRecord, documentPort({}))
    if (result.kind === 'done') this.state = result.state
    return result
  }
}

/** What most cases begin with: an API with one MOCK method at /test, deployed to the stage dev. */
export interface DeployedApi {
  readonly restApiId: string
  readonly rootId: string
  readonly resourceId: string
  readonly deploymentId: string
}

export function deployedApi(world: ManagedWorld): DeployedApi {
  const { id, rootResourceId } = world.done('CreateRestApi', { name: 'api' })
  const restApiId = String(id)
  const rootId = String(rootResourceId)
  const resourceId = String(world.done('CreateResource', { restApiId, parentId: rootId, pathPart: 'test' })['id'])
  const method = { restApiId, resourceId, httpMethod: 'GET' }
  world.done('PutMethod', { ...method, authorizationType: 'NONE' })
  world.done('PutIntegration', { ...method, type: 'MOCK' })
  const deploymentId = String(world.done('CreateDeployment', { restApiId, stageName: 'dev' })['id'])
  return { restApiId, rootId, resourceId, deploymentId }
}
