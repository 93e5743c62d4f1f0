import type { ThrottleSettings } from '@shared/design/design'
import { patchMembers, removeMember, setMember } from '@shared/design/edits/update-in'
import type { ApiStage, UsagePlan } from '@shared/design/usage-plan'
import type { ControlPlane } from '../control-plane'
import { isRecord } from '../json-record'
import { operationsOf } from '../operations/all-operations'
import { patchSegments, type PatchEntry } from '../patch/patch-operation'
import { invalidPath, patchStructure } from '../patch/patch-structure'
import { badRequest, notFound } from '../service-error'

/** One operation of UpdateUsagePlan: its own members, its stages as "api:stage", and throttles of their methods. */
export function patchUsagePlan(state: ControlPlane, plan: UsagePlan, entry: PatchEntry): UsagePlan {
  const [first, ...rest] = patchSegments(entry.path ?? '')
  if (first === 'apiStages')
    return rest.length === 0 ? withStage(state, plan, entry) : withStageThrottle(plan, rest, entry)
  const shape = operationsOf('apigateway').get('CreateUsagePlan')!.output!
  const { apiStages, keyIds, id, ...record } = plan
  const patched = patchStructure(record, shape, [entry], ['id', 'apiStages', 'tags'])
  return { id, ...patched, apiStages, keyIds }
}

function withStage({ design }: ControlPlane, plan: UsagePlan, { op, value = '' }: PatchEntry): UsagePlan {
  const [apiId = '', stage = ''] = value.split(':')
  if (apiId === '' || stage === '') throw badRequest('Invalid API Stage specified', 'The value is API:STAGE.')
  const isIt = (each: ApiStage) => each.apiId === apiId && each.stage === stage
  if (op === 'remove') {
    if (!plan.apiStages.some(isIt)) throw notFound(notCovered(apiId, stage, plan.id))
    return { ...plan, apiStages: plan.apiStages.filter((each) => !isIt(each)) }
  }
  const api = design.apis.find(({ id }) => id === apiId)
  if (api?.protocolType !== 'REST' || !Object.hasOwn(api.stages, stage))
    throw notFound(notCovered(apiId, stage, plan.id))
  return plan.apiStages.some(isIt) ? plan : { ...plan, apiStages: [...plan.apiStages, { apiId, stage }] }
}

/** Source: rest-api.md 1.1, recorded. */
function notCovered(apiId: string, stage: string, planId: string): string {
  return `Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${planId}`
}

/** "/apiStages/api:stage/throttle/~1orders/GET/rateLimit". */
function withStageThrottle(plan: UsagePlan, rest: readonly string[], entry: PatchEntry): UsagePlan {
  const [place = '', word, ...where] = rest
  const covered = plan.apiStages.find(({ apiId, stage }) => `${apiId}:${stage}` === place)
  if (covered === undefined) {
    const [apiId = '', stage = ''] = place.split(':')
    throw notFound(notCovered(apiId, stage, plan.id))
  }
  if (word !== 'throttle') throw invalidPath(entry.path ?? '', ['/apiStages/API:STAGE/throttle'])
  const throttle = throttleAfter(covered.throttle ?? {}, where, entry)
  const after = patchMembers(covered, { throttle: Object.keys(throttle).length === 0 ? undefined : throttle })
  return { ...plan, apiStages: plan.apiStages.map((each) => (each === covered ? after : each)) }
}

type Throttles = NonNullable<ApiStage['throttle']>

function throttleAfter(
  before: Throttles,
  where: readonly string[],
  { op, value = '', path = '' }: PatchEntry,
): Throttles {
  const member = where.at(-1)
  if (member !== 'rateLimit' && member !== 'burstLimit') {
    const key = where.join('/')
    if (op === 'remove') return key === '' ? {} : removeMember(before, key)
    return key === '' ? wholeThrottles(value, path) : setMember(before, key, throttleOf(parsed(value, path), path))
  }
  const key = where.slice(0, -1).join('/')
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) throw invalidPath(path, [`${path}, with a number as its value`])
  const known = Object.hasOwn(before, key) ? before[key] : undefined
  return setMember(before, key, { rateLimit: 0, burstLimit: 0, ...known, [member]: number })
}

function wholeThrottles(value: string, path: string): Throttles {
  const read = parsed(value, path)
  return Object.fromEntries(Object.entries(read).map(([key, each]) => [key, throttleOf(each, path)]))
}

function parsed(value: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(value)
    if (isRecord(read)) return read
  } catch {
    // The refusal below says what is wrong.
  }
  throw invalidPath(path, [`${path}, with a JSON object as its value`])
}

function throttleOf(value: unknown, path: string): ThrottleSettings {
  const { rateLimit, burstLimit } = isRecord(value) ? value : {}
  if (typeof rateLimit === 'number' && typeof burstLimit === 'number') return { rateLimit, burstLimit }
  throw invalidPath(path, [`${path}, with rateLimit and burstLimit`])
}
