import type { ApiStage, QuotaSettings, UsagePlan } from '@shared/design/usage-plan'
import type { ThrottleSettings } from '@shared/design/design'
import { removeUsagePlan } from '@shared/design/edits/remove-usage-plan'
import { putItem } from '@shared/design/edits/update-in'
import { unusedId } from '@shared/design/unused-id'
import { extrasOf, withDesign, type ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import type { PatchEntry } from '../patch/patch-operation'
import { badRequest, notFound } from '../service-error'
import { nearest } from '@shared/did-you-mean'
import { patchUsagePlan } from './patch-usage-plan'

/** Limits per key. Source: rest-api.md 5. */
export const USAGE_PLAN_HANDLERS: OperationHandlers = {
  CreateUsagePlan({ state, input }) {
    const name = input.needed('name')
    const plan: UsagePlan = {
      id: unusedId(
        `usage plan ${name}`,
        6,
        state.design.usagePlans.map(({ id }) => id),
      ),
      name,
      ...presentMembers({
        description: input.text('description'),
        throttle: throttleOf(input.record<Partial<ThrottleSettings>>('throttle')),
        quota: checkedQuota(input.record<QuotaSettings>('quota')),
      }),
      apiStages: (input.list<ApiStage>('apiStages') ?? []).map((each) => checkedStage(state, each)),
      keyIds: [],
    }
    const after = withPlan(state, plan)
    return { state: after, output: record(after, plan), about: pathOf(plan), notes: notesOn(plan) }
  },
  GetUsagePlan({ state, input }) {
    return { state, output: record(state, findUsagePlan(state, input)) }
  },
  GetUsagePlans({ state, input }) {
    const keyId = input.text('keyId')
    const plans = state.design.usagePlans.filter(({ keyIds }) => keyId === undefined || keyIds.includes(keyId))
    return { state, output: { item: plans.map((plan) => record(state, plan)) } }
  },
  UpdateUsagePlan({ state, input }) {
    const before = findUsagePlan(state, input)
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const plan = operations.reduce((each, entry) => patchUsagePlan(state, each, entry), before)
    checkedQuota(plan.quota)
    const after = withPlan(state, plan)
    return { state: after, output: record(after, plan) }
  },
  DeleteUsagePlan({ state, input }) {
    const plan = findUsagePlan(state, input)
    if (plan.apiStages.length > 0) {
      throw badRequest(
        `Cannot delete Usage Plan ${plan.id} because it has API Stages associated with it`,
        'Remove its stages first: update-usage-plan --patch-operations op=remove,path=/apiStages,value=API:STAGE.',
      )
    }
    return { state: withDesign(state, removeUsagePlan(state.design, plan.id)) }
  },
  /** A design has had no requests. */
  GetUsage({ state, input }) {
    const { id } = findUsagePlan(state, input)
    const period = presentMembers({ startDate: input.text('startDate'), endDate: input.text('endDate') })
    return { state, output: { usagePlanId: id, ...period, values: {} } }
  },
}

export function findUsagePlan({ design }: ControlPlane, input: OperationInput): UsagePlan {
  const id = input.needed('usageplanId')
  const plan = design.usagePlans.find((each) => each.id === id)
  if (plan !== undefined) return plan
  const ids = design.usagePlans.map((each) => each.id)
  const meant = design.usagePlans.find((each) => each.id === nearest(id, ids)) ?? design.usagePlans.at(-1)
  throw notFound(
    'Invalid Usage Plan ID specified',
    meant === undefined ? 'There is no usage plan yet.' : `Did you mean ${meant.id}, the usage plan "${meant.name}"?`,
  )
}

export function withPlan(state: ControlPlane, plan: UsagePlan): ControlPlane {
  return withDesign(state, { ...state.design, usagePlans: putItem(state.design.usagePlans, 'id', plan) })
}

function throttleOf(throttle: Partial<ThrottleSettings> | undefined): ThrottleSettings | undefined {
  if (throttle === undefined) return undefined
  return { rateLimit: throttle.rateLimit ?? 0, burstLimit: throttle.burstLimit ?? 0 }
}

const OFFSETS = {
  DAY: [0, 'Usage plan quota offset must be zero in the DAY period'],
  WEEK: [6, 'Usage plan quota offset must be between zero and six inclusive in the WEEK period'],
  MONTH: [27, 'Usage plan quota offset must be between zero and 27, inclusive, in the MONTH period'],
} as const

function checkedQuota(quota: Partial<QuotaSettings> | undefined): QuotaSettings | undefined {
  if (quota === undefined) return undefined
  const { limit, period, offset = 0 } = quota
  if (limit === undefined || period === undefined) {
    throw badRequest(
      'Usage plan quota limit and period must be given together',
      'Give limit and period, as in limit=1000,period=DAY.',
    )
  }
  const [most, message] = OFFSETS[period]
  if (offset < 0 || offset > most) throw badRequest(message)
  return { ...quota, limit, period }
}

function checkedStage({ design }: ControlPlane, stage: ApiStage): ApiStage {
  const api = design.apis.find(({ id }) => id === stage.apiId)
  const isThere = api?.protocolType === 'REST' && Object.hasOwn(api.stages, stage.stage)
  if (isThere) return stage
  const hint =
    api === undefined
      ? 'No API has this id.'
      : api.protocolType === 'REST'
        ? `"${api.name}" has the stages ${Object.keys(api.stages).join(', ') || 'none: deploy it first'}.`
        : `${stage.apiId} is the ${api.protocolType} API "${api.name}"; usage plans are for REST APIs.`
  throw notFound(`API Stage not found: ${stage.apiId}:${stage.stage}`, hint)
}

function notesOn({ name, apiStages }: UsagePlan): Note[] {
  if (apiStages.length > 0) return []
  const text = `The usage plan "${name}" covers no stage, so it limits nothing: add --api-stages apiId=API,stage=STAGE.`
  return [{ severity: 'warning', text }]
}

function pathOf({ id }: UsagePlan): string {
  return `/usageplans/${id}`
}

function record(state: ControlPlane, plan: UsagePlan): JsonRecord {
  const { keyIds: _keyIds, ...own } = plan
  return { ...own, ...extrasOf(state, pathOf(plan)) }
}
