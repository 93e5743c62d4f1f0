import { removeV2Stage } from '@shared/design/edits/v2/remove-v2-stage'
import { removeMember } from '@shared/design/edits/update-in'
import type { RouteSettings } from '@shared/design/http-api'
import { unusedId } from '@shared/design/unused-id'
import type { V2Api, V2Stage } from '@shared/design/v2-api'
import { problemOfV2StageName } from '@shared/design/v2-rules/stage-name-rule'
import { extrasOf, withDesign, withExtras, type ControlPlane } from '../control-plane'
import { isRecord, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest, conflict, notFound } from '../service-error'
import { hasDeployment, stagePath } from './deployments'
import { findStage, findV2Api, put, withParts } from './find-v2'
import { givenMembers, updatedMembers } from './given-members'

/** Where APIs are called. Source: http-api.md 3.2, websocket-api.md 10. */
export const V2_STAGE_HANDLERS: OperationHandlers = {
  CreateStage({ state, input }) {
    const api = findV2Api(state, input)
    const name = input.needed('stageName')
    if (Object.hasOwn(api.stages, name)) throw conflict('Stage already exists')
    const problem = problemOfV2StageName(api, name)
    if (problem !== undefined) throw badRequest('Invalid stage name specified', problem)
    refuseDeployment(state, api, input)
    const given = givenMembers(input, membersOf(api))
    const stage = checked(api, { ...(api.protocolType === 'HTTP' && { autoDeploy: false }), ...given } as V2Stage)
    return saved(withDeployment(state, api, name, input), api, name, stage)
  },
  GetStage({ state, input }) {
    const api = findV2Api(state, input)
    const { name, stage } = findStage(api, input)
    return { state, output: record(state, api, name, stage) }
  },
  GetStages({ state, input }) {
    const api = findV2Api(state, input)
    return {
      state,
      output: { items: Object.entries<V2Stage>(api.stages).map(([name, each]) => record(state, api, name, each)) },
    }
  },
  UpdateStage({ state, input }) {
    const api = findV2Api(state, input)
    const { name, stage } = findStage(api, input)
    refuseDeployment(state, api, input)
    const updated = updatedMembers(stage, givenMembers(input, membersOf(api)), ['stageVariables'])
    const routeSettings = mergedSettings(stage.routeSettings, input)
    const after = withDeployment(state, api, name, input)
    return saved(after, api, name, checked(api, { ...updated, ...(routeSettings && { routeSettings }) }))
  },
  DeleteStage({ state, input }) {
    const api = findV2Api(state, input)
    return { state: withDesign(state, removeV2Stage(state.design, api.id, findStage(api, input).name)) }
  },
  DeleteRouteSettings({ state, input }) {
    const api = findV2Api(state, input)
    const { name, stage } = findStage(api, input)
    const routeKey = input.needed('routeKey')
    const settings = stage.routeSettings ?? {}
    if (!Object.hasOwn(settings, routeKey))
      throw notFound(`Unable to find Route by key ${routeKey} within the provided RouteSettings`)
    const left = removeMember(settings, routeKey)
    const { routeSettings: _before, ...own } = stage
    return saved(state, api, name, Object.keys(left).length === 0 ? own : { ...own, routeSettings: left }, false)
  },
  DeleteAccessLogSettings({ state, input }) {
    const api = findV2Api(state, input)
    const { name, stage } = findStage(api, input)
    const { accessLogSettings: _gone, ...own } = stage
    return saved(state, api, name, own as V2Stage, false)
  },
  /** A design holds no answers of authorizers. */
  ResetAuthorizersCache({ state, input }) {
    findStage(findV2Api(state, input), input)
    return { state }
  },
}

const MEMBERS = [
  'description',
  'autoDeploy',
  'stageVariables',
  'defaultRouteSettings',
  'routeSettings',
  'accessLogSettings',
]

function membersOf({ protocolType }: V2Api): string[] {
  return protocolType === 'HTTP' ? MEMBERS : [...MEMBERS, 'clientCertificateId']
}

function saved(state: ControlPlane, api: V2Api, name: string, stage: V2Stage, hasOutput = true) {
  const after = withParts(state, api, { stages: put<V2Stage>(api.stages, name, stage) })
  if (!hasOutput) return { state: after }
  return { state: after, output: record(after, api, name, stage), about: stagePath(api.id, name) }
}

function refuseDeployment(state: ControlPlane, api: V2Api, input: OperationInput): void {
  const id = input.text('deploymentId')
  if (id === undefined) return
  if (input.flag('autoDeploy') === true) {
    throw badRequest('Deployment ID cannot be set for a stage with auto deploy enabled', 'Leave out one of the two.')
  }
  if (!hasDeployment(state, api.id, id)) {
    throw notFound(
      'Invalid Deployment identifier specified',
      'Make one first with create-deployment, and capture its DeploymentId.',
    )
  }
}

/** A design has no deployments of these APIs; which one a stage was given is remembered beside it. */
function withDeployment(state: ControlPlane, api: V2Api, name: string, input: OperationInput): ControlPlane {
  const deploymentId = input.text('deploymentId')
  return deploymentId === undefined ? state : withExtras(state, stagePath(api.id, name), { deploymentId })
}

/** Settings of routes are laid over each other, one by one. */
function mergedSettings(before: V2Stage['routeSettings'], input: OperationInput): V2Stage['routeSettings'] {
  const given = input.record<Readonly<Record<string, RouteSettings>>>('routeSettings')
  if (given === undefined) return before
  const entries = Object.entries(given).map(([key, settings]) => [key, { ...before?.[key], ...settings }] as const)
  return { ...before, ...Object.fromEntries(entries) }
}

function checked(api: V2Api, stage: V2Stage): V2Stage {
  const unknown = Object.keys(stage.routeSettings ?? {}).find((key) => !Object.hasOwn(api.routes, key))
  if (unknown !== undefined) {
    throw notFound(
      `Unable to find Route by key ${unknown} within the provided RouteSettings`,
      `"${api.name}" has the routes ${Object.keys(api.routes).join(', ') || 'none yet'}.`,
    )
  }
  if (api.protocolType === 'WEBSOCKET') return stage
  const settings = [stage.defaultRouteSettings, ...Object.values(stage.routeSettings ?? {})]
  if (settings.some((each) => each?.loggingLevel !== undefined || each?.dataTraceEnabled !== undefined)) {
    throw badRequest(
      'Execution logs are not supported on protocolType HTTP',
      'Leave out LoggingLevel and DataTraceEnabled; use access logs.',
    )
  }
  return stage
}

function record(state: ControlPlane, api: V2Api, name: string, stage: V2Stage): JsonRecord {
  const extras = extrasOf(state, stagePath(api.id, name))
  const { defaultRouteSettings } = stage
  return {
    ...(stage.autoDeploy && { deploymentId: unusedId(`auto deployment ${api.id} ${name}`, 6, []) }),
    ...stage,
    stageName: name,
    createdDate: state.now,
    lastUpdatedDate: state.now,
    defaultRouteSettings: {
      detailedMetricsEnabled: false,
      ...(isRecord(defaultRouteSettings) && defaultRouteSettings),
    },
    routeSettings: stage.routeSettings ?? {},
    stageVariables: stage.stageVariables ?? {},
    ...extras,
  }
}
