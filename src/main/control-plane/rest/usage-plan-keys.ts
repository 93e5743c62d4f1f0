import type { ApiKey } from '@shared/design/api-key'
import type { UsagePlan } from '@shared/design/usage-plan'
import type { ControlPlane } from '../control-plane'
import type { JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest, conflict, notFound } from '../service-error'
import { findApiKey } from './api-keys'
import { findUsagePlan, withPlan } from './usage-plans'

/** Which keys a plan is for. */
export const USAGE_PLAN_KEY_HANDLERS: OperationHandlers = {
  CreateUsagePlanKey({ state, input }) {
    const plan = findUsagePlan(state, input)
    const keyType = input.needed('keyType')
    if (keyType !== 'API_KEY') throw badRequest(`Invalid key type specified: ${keyType}`, 'Use API_KEY.')
    const key = findApiKey(state, input.needed('keyId'))
    if (plan.keyIds.includes(key.id)) throw conflict(`Usage Plan ${plan.id} already has the key ${key.id}`)
    refuseSecondPlan(state, plan, key)
    return { state: withPlan(state, { ...plan, keyIds: [...plan.keyIds, key.id] }), output: record(key) }
  },
  GetUsagePlanKey({ state, input }) {
    return { state, output: record(findPlanKey(state, findUsagePlan(state, input), input)) }
  },
  GetUsagePlanKeys({ state, input }) {
    const { keyIds } = findUsagePlan(state, input)
    const start = input.text('name') ?? ''
    const keys = state.design.apiKeys.filter(({ id, name }) => keyIds.includes(id) && name.startsWith(start))
    return { state, output: { item: keys.map(record) } }
  },
  DeleteUsagePlanKey({ state, input }) {
    const plan = findUsagePlan(state, input)
    const { id } = findPlanKey(state, plan, input)
    return { state: withPlan(state, { ...plan, keyIds: plan.keyIds.filter((each) => each !== id) }) }
  },
}

/** A key is in only one plan of a stage. Source: rest-api.md 5.5. */
function refuseSecondPlan({ design }: ControlPlane, { id, apiStages }: UsagePlan, key: ApiKey): void {
  const stages = apiStages.map(({ apiId, stage }) => `${apiId}:${stage}`)
  const other = design.usagePlans.find(
    (plan) =>
      plan.id !== id &&
      plan.keyIds.includes(key.id) &&
      plan.apiStages.some(({ apiId, stage }) => stages.includes(`${apiId}:${stage}`)),
  )
  if (other === undefined) return
  throw conflict(
    `Usage Plan Key ${key.id} cannot be added because API Key cannot reference multiple Usage Plans with the same API stage`,
    `The usage plan "${other.name}" has it already for the same stage.`,
  )
}

function findPlanKey({ design }: ControlPlane, plan: UsagePlan, input: OperationInput): ApiKey {
  const id = input.needed('keyId')
  const key = plan.keyIds.includes(id) ? design.apiKeys.find((each) => each.id === id) : undefined
  if (key !== undefined) return key
  throw notFound(`Invalid API Key identifier specified`, `The usage plan "${plan.name}" does not have the key ${id}.`)
}

function record({ id, name, value }: ApiKey): JsonRecord {
  return { id, type: 'API_KEY', value, name }
}
