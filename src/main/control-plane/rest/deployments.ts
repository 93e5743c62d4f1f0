import { definitionOf } from '@shared/design/definition-of'
import type { Deployment } from '@shared/design/deployment'
import { deploy } from '@shared/design/edits/deploy'
import { findRestApi as apiOf, restRoutes } from '@shared/design/route-key'
import type { RestApi } from '@shared/design/rest-api'
import type { CacheClusterSize, CanarySettings, Stage } from '@shared/design/stage'
import { unusedId } from '@shared/design/unused-id'
import { withApi } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import type { PatchEntry } from '../patch/patch-operation'
import { invalidPath } from '../patch/patch-structure'
import { badRequest } from '../service-error'
import { findDeployment, findRestApi } from './find-rest'
import { refuseStageName } from './stage-name'

/** Snapshots of an API. Source: rest-api.md 11.3 and 11.4, recorded. */
export const DEPLOYMENT_HANDLERS: OperationHandlers = {
  CreateDeployment({ state, input }) {
    const api = findRestApi(state, input)
    const stageName = input.text('stageName')
    const canary = input.record<Omit<CanarySettings, 'deploymentId'>>('canarySettings')
    refuseDeployment(api, stageName, canary !== undefined)
    const made = {
      id: unusedId(
        `deployment ${api.id} ${api.deployments.length}`,
        6,
        api.deployments.map(({ id }) => id),
      ),
      ...presentMembers({ description: input.text('description') }),
      createdDate: state.now,
    }
    const output = { ...record({ ...made, definition: definitionOf(api) }) }
    if (stageName === undefined || stageName === '') {
      const deployments = [{ ...made, definition: definitionOf(api) }, ...api.deployments]
      return { state: withApi(state, { ...api, deployments }), output }
    }
    const before = Object.hasOwn(api.stages, stageName) ? api.stages[stageName] : undefined
    const staged = canary ? withCanary(api, stageName, canary, before?.deploymentId) : api
    const deployed = apiOf(deploy(withApi(state, staged).design, api.id, stageName, made), api.id)!
    const stage = { ...deployed.stages[stageName]!, ...stageMembers(input) }
    const changed = { ...deployed, stages: { ...deployed.stages, [stageName]: stage } }
    return { state: withApi(state, changed), output }
  },
  GetDeployment({ state, input }) {
    const api = findRestApi(state, input)
    return { state, output: record(findDeployment(api, input), input.texts('embed')) }
  },
  GetDeployments({ state, input }) {
    return { state, output: { item: findRestApi(state, input).deployments.map((each) => record(each)) } }
  },
  UpdateDeployment({ state, input }) {
    const api = findRestApi(state, input)
    const before = findDeployment(api, input)
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const after = operations.reduce((deployment, { path = '', value = '' }) => {
      if (path !== '/description') throw invalidPath(path, ['/description'])
      return { ...deployment, description: value }
    }, before)
    const deployments = api.deployments.map((each) => (each.id === before.id ? after : each))
    return { state: withApi(state, { ...api, deployments }), output: record(after) }
  },
  DeleteDeployment({ state, input }) {
    const api = findRestApi(state, input)
    const { id } = findDeployment(api, input)
    const user = Object.entries(api.stages).find(
      ([, stage]) => stage.deploymentId === id || stage.canarySettings?.deploymentId === id,
    )
    if (user !== undefined) {
      throw badRequest(
        'Active stages pointing to this deployment must be moved or deleted',
        `The stage ${user[0]} points to it.`,
      )
    }
    return { state: withApi(state, { ...api, deployments: api.deployments.filter((each) => each.id !== id) }) }
  },
}

function refuseDeployment(api: RestApi, stageName: string | undefined, isCanary: boolean): void {
  const routes = restRoutes(api)
  if (routes.length === 0) {
    throw badRequest(
      "The REST API doesn't contain any methods",
      `Give "${api.name}" a method with put-method and put-integration first.`,
    )
  }
  const bare = routes.filter(({ method }) => method.integration === undefined).map(({ routeKey }) => routeKey)
  if (bare.length > 0) {
    throw badRequest(
      'No integration defined for method',
      `${bare.join(', ')} ${bare.length === 1 ? 'has' : 'have'} none: add put-integration.`,
    )
  }
  if (isCanary) refuseCanary(api, stageName)
  if (stageName !== undefined && stageName !== '') refuseStageName(stageName)
}

function refuseCanary({ stages }: RestApi, stageName: string | undefined): void {
  const start = 'Invalid deployment content specified.'
  if (stageName === undefined || stageName === '') {
    throw badRequest(
      `${start}Non null and non empty stageName must be provided for canary deployment. Provided value is ${stageName ?? 'null'}`,
    )
  }
  if (!Object.hasOwn(stages, stageName)) {
    throw badRequest(`${start}Stage ${stageName} must already be created before making a canary release deployment`)
  }
}

/** A canary stands beside the stage's deployment until `deploy` moves it. */
function withCanary(
  api: RestApi,
  stageName: string,
  canary: Partial<CanarySettings>,
  deploymentId: string | undefined,
): RestApi {
  const canarySettings = {
    ...presentMembers({ deploymentId }),
    percentTraffic: canary.percentTraffic ?? 0,
    useStageCache: canary.useStageCache ?? false,
    ...presentMembers({ stageVariableOverrides: canary.stageVariableOverrides }),
  }
  return { ...api, stages: { ...api.stages, [stageName]: { ...api.stages[stageName]!, canarySettings } } }
}

function stageMembers(input: OperationInput): Partial<Stage> {
  return presentMembers({
    description: input.text('stageDescription'),
    cacheClusterEnabled: input.flag('cacheClusterEnabled'),
    cacheClusterSize: input.oneOf<CacheClusterSize>('cacheClusterSize'),
    variables: input.record<Readonly<Record<string, string>>>('variables'),
    tracingEnabled: input.flag('tracingEnabled'),
  })
}

function record({ id, description, createdDate, definition }: Deployment, embed: readonly string[] = []): JsonRecord {
  return presentMembers({
    id,
    description,
    createdDate,
    apiSummary: embed.includes('apisummary') ? summary(definition) : undefined,
  })
}

function summary({ resources }: Pick<RestApi, 'resources'>): JsonRecord {
  const entries = Object.entries(resources).map(([path, { methods }]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([verb, { authorizationType, apiKeyRequired }]) => [
        verb,
        { authorizationType, apiKeyRequired },
      ]),
    ),
  ])
  return Object.fromEntries(entries) as JsonRecord
}
