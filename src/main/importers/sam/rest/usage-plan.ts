import { isRecord, type JsonRecord } from '../../json-place'
import { withoutAbsent } from '../../without-absent'
import type { ApiSource } from '../api-source'
import { ref } from '../intrinsics'
import { ownMember } from '../mutable-json'
import { addMade, refuse, type SamContext } from '../sam-context'
import { tagList } from '../tags'

const MEMBERS = ['CreateUsagePlan', 'Description', 'Quota', 'Tags', 'Throttle', 'UsagePlanName']

/** The plan that all APIs with `CreateUsagePlan: SHARED` have in common; its settings are those of the last of them that has any. */
export interface SharedUsagePlan {
  readonly apiIds: string[]
  readonly apiStages: JsonRecord[]
  settings: JsonRecord
  pointer: string
}

export function newSharedUsagePlan(): SharedUsagePlan {
  return { apiIds: [], apiStages: [], settings: {}, pointer: '' }
}

/** `Auth.UsagePlan`: a plan, a key and the two together. Source: SAM Developer Guide, "ApiUsagePlan". */
export function addUsagePlan(
  context: SamContext,
  source: ApiSource,
  auth: JsonRecord,
  stage: string,
  shared: SharedUsagePlan,
): void {
  const written = ownMember(auth, 'UsagePlan')
  if (written === undefined) return
  const pointer = `${source.pointer}/Properties/Auth/UsagePlan`
  const kind = kindOf(context, source, written, pointer)
  if (kind === undefined || !isRecord(written)) return
  context.pointers.moved(`${pointer}/Properties`, pointer)
  const apiStage = { ApiId: ref(source.logicalId), Stage: ref(stage) }
  const { logicalId } = source
  const ids = kind === 'SHARED' ? 'Serverless' : logicalId
  context.madeIds.set(`${logicalId}.UsagePlan`, `${ids}UsagePlan`)
  context.madeIds.set(`${logicalId}.ApiKey`, `${ids}ApiKey`)
  context.madeIds.set(`${logicalId}.UsagePlanKey`, `${ids}UsagePlanKey`)
  const settings = settingsOf(written)
  if (kind === 'PER_API') {
    addPlanAndKey(context, ids, { apiIds: [logicalId], apiStages: [apiStage], settings, pointer })
    return
  }
  shared.apiIds.push(logicalId)
  shared.apiStages.push(apiStage)
  shared.settings = settings
  shared.pointer = pointer
}

export function addSharedUsagePlan(context: SamContext, shared: SharedUsagePlan): void {
  if (shared.apiIds.length > 0) addPlanAndKey(context, 'Serverless', shared)
}

function kindOf(
  context: SamContext,
  source: ApiSource,
  written: unknown,
  pointer: string,
): 'PER_API' | 'SHARED' | undefined {
  const kind = ownMember(written, 'CreateUsagePlan')
  if (kind === 'NONE') return undefined
  const unknown = isRecord(written) ? Object.keys(written).filter((name) => !MEMBERS.includes(name)) : []
  for (const name of unknown) {
    refuse(
      context,
      `${pointer}/${name}`,
      `"${name}" of the usage plan of ${source.logicalId} is left out: SAM refuses it. Use ${MEMBERS.join(', ')}.`,
    )
  }
  if (kind === 'PER_API' || kind === 'SHARED') return kind
  refuse(
    context,
    pointer,
    `The usage plan of ${source.logicalId} is left out: it needs a "CreateUsagePlan" of PER_API, SHARED or NONE.`,
  )
  return undefined
}

function settingsOf(written: JsonRecord): JsonRecord {
  return withoutAbsent({
    UsagePlanName: ownMember(written, 'UsagePlanName'),
    Description: ownMember(written, 'Description'),
    Quota: ownMember(written, 'Quota'),
    Throttle: ownMember(written, 'Throttle'),
    Tags: tagList(ownMember(written, 'Tags')),
  })
}

function addPlanAndKey(context: SamContext, ids: string, plan: SharedUsagePlan): void {
  const { pointer } = plan
  addMade(context, {
    logicalId: `${ids}UsagePlan`,
    type: 'AWS::ApiGateway::UsagePlan',
    properties: { ApiStages: plan.apiStages, ...plan.settings },
    dependsOn: plan.apiIds,
    pointer,
  })
  addMade(context, {
    logicalId: `${ids}ApiKey`,
    type: 'AWS::ApiGateway::ApiKey',
    properties: { Enabled: true },
    dependsOn: [`${ids}UsagePlan`],
    pointer,
  })
  addMade(context, {
    logicalId: `${ids}UsagePlanKey`,
    type: 'AWS::ApiGateway::UsagePlanKey',
    properties: { KeyId: ref(`${ids}ApiKey`), KeyType: 'API_KEY', UsagePlanId: ref(`${ids}UsagePlan`) },
    dependsOn: [`${ids}ApiKey`],
    pointer,
  })
}
