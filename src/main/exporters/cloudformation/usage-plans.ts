import type { ApiKey } from '@shared/design/api-key'
import type { ThrottleSettings } from '@shared/design/design'
import type { ApiStage, UsagePlan } from '@shared/design/usage-plan'
import { stageRef, type ExportContext } from './export-context'
import { pascalCase } from './logical-id'
import type { TemplateObject } from './template-document'
import { filled, properties, ref, some } from './template-functions'

/** Adds the usage plans, the API keys and which key is in which plan. */
export function addUsagePlans(context: ExportContext): void {
  const { design, parts } = context
  const keys = new Map(design.apiKeys.map((key) => [key.id, addApiKey(context, key)]))
  if (design.apiKeys.length > 0 && context.request.hasKeyValues !== true) {
    const message = `The values of ${design.apiKeys.length} API keys are left out: the service makes new ones, which clients must be told. Export them with the values to keep those.`
    parts.report('export/not-carried', 'info', '/apiKeys', message)
  }
  for (const [index, plan] of design.usagePlans.entries()) addPlan(context, plan, `/usagePlans/${index}`, keys)
}

function addApiKey({ parts, request }: ExportContext, key: ApiKey): string {
  const id = parts.idFor(`${pascalCase(key.name).replace(/(?:Api)?Key$/, '')}ApiKey`, `API key ${key.id}`)
  parts.resource(id, {
    Type: 'AWS::ApiGateway::ApiKey',
    Properties: properties({
      Name: key.name,
      Description: key.description,
      Enabled: key.enabled,
      CustomerId: key.customerId,
      Value: request.hasKeyValues === true ? key.value : undefined,
    }),
  })
  return id
}

function addPlan(context: ExportContext, plan: UsagePlan, pointer: string, keys: ReadonlyMap<string, string>): void {
  const { parts } = context
  const words = pascalCase(plan.name).replace(/(?:Usage)?Plan$/, '')
  const id = parts.idFor(`${words}UsagePlan`, `usage plan ${plan.id}`)
  parts.resource(id, {
    Type: 'AWS::ApiGateway::UsagePlan',
    Properties: properties({
      UsagePlanName: plan.name,
      Description: plan.description,
      Throttle: plan.throttle && throttleProperties(plan.throttle),
      Quota:
        plan.quota && properties({ Limit: plan.quota.limit, Period: plan.quota.period, Offset: plan.quota.offset }),
      ApiStages: some(plan.apiStages.flatMap((stage, at) => apiStage(context, stage, `${pointer}/apiStages/${at}`))),
    }),
  })
  for (const keyId of plan.keyIds) {
    const key = keys.get(keyId)
    if (key === undefined) continue
    parts.resource(parts.idFor(`${id}${key}`, `key ${keyId} of plan ${plan.id}`), {
      Type: 'AWS::ApiGateway::UsagePlanKey',
      Properties: { KeyId: ref(key), KeyType: 'API_KEY', UsagePlanId: ref(id) },
    })
  }
}

/** References to the stage's resource, so that the plan comes after it. Source: rest-api.md 18, rule 4. */
function apiStage({ apis, parts }: ExportContext, stage: ApiStage, pointer: string): TemplateObject[] {
  const names = apis.get(stage.apiId)
  if (names === undefined || !names.stageIds.has(stage.stage)) {
    const message = `A usage plan covers the stage ${stage.stage} of ${stage.apiId}, which is not among what is exported. It is left out.`
    parts.report('export/not-carried', 'warning', pointer, message)
    return []
  }
  const throttle = Object.entries(filled(stage.throttle) ?? {}).map(([key, limit]) => [key, throttleProperties(limit)])
  return [
    properties({
      ApiId: names.ref,
      Stage: stageRef(names, stage.stage),
      Throttle: throttle.length > 0 ? Object.fromEntries(throttle) : undefined,
    }),
  ]
}

function throttleProperties({ rateLimit, burstLimit }: ThrottleSettings): TemplateObject {
  return { RateLimit: rateLimit, BurstLimit: burstLimit }
}
