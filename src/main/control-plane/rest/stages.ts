import { removeStage } from '@shared/design/edits/remove-stage'
import type { RestApi } from '@shared/design/rest-api'
import type { CacheClusterSize, CanarySettings, Stage } from '@shared/design/stage'
import { withApi, withDesign } from '../control-plane'
import { presentMembers } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import type { PatchEntry } from '../patch/patch-operation'
import { conflict, notFound } from '../service-error'
import { findRestApi, findStage } from './find-rest'
import { patchStage } from './patch-stage'
import { refuseStageName } from './stage-name'
import { stagePath, stageRecord } from './stage-record'

/** Named references to deployments. Source: rest-api.md 11.1. */
export const STAGE_HANDLERS: OperationHandlers = {
  CreateStage({ state, input }) {
    const api = findRestApi(state, input)
    const name = input.needed('stageName')
    refuseStageName(name)
    if (Object.hasOwn(api.stages, name)) throw conflict('Stage already exists')
    const stage = givenStage(api, input)
    const changed = { ...api, stages: { ...api.stages, [name]: stage } }
    const after = withApi(state, changed)
    return { state: after, output: stageRecord(after, changed, name, stage), about: stagePath(api.id, name) }
  },
  GetStage({ state, input }) {
    const api = findRestApi(state, input)
    const { name, stage } = findStage(api, input)
    return { state, output: stageRecord(state, api, name, stage) }
  },
  GetStages({ state, input }) {
    const api = findRestApi(state, input)
    const deploymentId = input.text('deploymentId')
    const item = Object.entries(api.stages)
      .filter(([, stage]) => deploymentId === undefined || stage.deploymentId === deploymentId)
      .map(([name, stage]) => stageRecord(state, api, name, stage))
    return { state, output: { item } }
  },
  UpdateStage({ state, input }) {
    const api = findRestApi(state, input)
    const { name, stage: before } = findStage(api, input)
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const stage = operations.reduce((each, entry) => patchStage(state.design, api, each, entry), before)
    const changed = { ...api, stages: { ...api.stages, [name]: stage } }
    const after = withApi(state, changed)
    return { state: after, output: stageRecord(after, changed, name, stage), notes: notesOn(name, before, stage) }
  },
  DeleteStage({ state, input }) {
    const api = findRestApi(state, input)
    const { name } = findStage(api, input)
    return { state: withDesign(state, removeStage(state.design, api.id, name)) }
  },
  /** A design holds no cached responses. */
  FlushStageCache({ state, input }) {
    findStage(findRestApi(state, input), input)
    return { state }
  },
  FlushStageAuthorizersCache({ state, input }) {
    findStage(findRestApi(state, input), input)
    return { state }
  },
}

function givenStage(api: RestApi, input: OperationInput): Stage {
  const deploymentId = input.needed('deploymentId')
  if (!api.deployments.some(({ id }) => id === deploymentId)) {
    const [newest] = api.deployments
    throw notFound(
      'Invalid Deployment identifier specified',
      newest === undefined
        ? 'Make one first with create-deployment.'
        : `Did you mean ${newest.id}, the newest deployment of "${api.name}"?`,
    )
  }
  const canary = input.record<Partial<CanarySettings>>('canarySettings')
  return {
    deploymentId,
    methodSettings: {},
    ...presentMembers({
      description: input.text('description'),
      cacheClusterEnabled: input.flag('cacheClusterEnabled'),
      cacheClusterSize: input.oneOf<CacheClusterSize>('cacheClusterSize'),
      variables: input.record<Readonly<Record<string, string>>>('variables'),
      tracingEnabled: input.flag('tracingEnabled'),
      tags: input.record<Readonly<Record<string, string>>>('tags'),
      canarySettings: canary && { percentTraffic: 0, deploymentId, useStageCache: false, ...canary },
    }),
  }
}

function notesOn(name: string, before: Stage, after: Stage): Note[] {
  const caches = ({ methodSettings }: Stage) =>
    Object.values(methodSettings).some(({ cachingEnabled }) => cachingEnabled)
  if (!caches(after) || caches(before) || after.cacheClusterEnabled) return []
  const text = `The stage ${name} has methods with caching, and cacheClusterEnabled is false: nothing will be cached. Add op=replace,path=/cacheClusterEnabled,value=true.`
  return [{ severity: 'warning', text }]
}
