import type { UsagePlan } from '@shared/design/usage-plan'
import { pointerTo } from '@shared/diagnostic'
import { stageName, type ScriptContext } from './script-context'
import { SplicedText, type ScriptJson } from './script-json'
import type { ShellVariable } from './shell-text'
import { variableWords } from './variable-name'

/** Writes API keys, usage plans, and which key is in which plan. */
export function clientCommands(context: ScriptContext): void {
  const keys = keyCommands(context)
  const { design, parts } = context
  if (design.usagePlans.length > 0) parts.heading('Usage plans')
  for (const [index, plan] of design.usagePlans.entries()) planCommands(context, plan, `/usagePlans/${index}`, keys)
}

function keyCommands({ design, parts, request }: ScriptContext): ReadonlyMap<string, ShellVariable> {
  const { apiKeys } = design
  if (apiKeys.length === 0) return new Map()
  parts.heading(request.hasKeyValues === true ? 'API keys' : 'API keys: the service makes their values')
  if (request.hasKeyValues !== true) {
    const message = `The values of ${apiKeys.length} API keys are left out: the service makes new ones. Ask for them to be written to keep the clients' keys.`
    parts.report('export/needs-value', 'info', '/apiKeys', message)
  }
  const variables = apiKeys.map(({ id, name, description, enabled, value, customerId }): [string, ShellVariable] => {
    const wanted = parts.variable(`${variableWords(name)}_KEY_ID`, `key ${id}`)
    const options = {
      name,
      description: description || undefined,
      enabled,
      value: request.hasKeyValues === true ? value : undefined,
      'customer-id': customerId || undefined,
    }
    return [id, parts.capture(wanted, 'id', { operation: 'apigateway create-api-key', options })]
  })
  return new Map(variables)
}

function planCommands(
  context: ScriptContext,
  plan: UsagePlan,
  pointer: string,
  keys: ReadonlyMap<string, ShellVariable>,
): void {
  const { parts } = context
  const { throttle, quota } = plan
  const wanted = parts.variable(`${variableWords(plan.name)}_PLAN_ID`, `plan ${plan.id}`)
  const stages = plan.apiStages.flatMap((stage, index) => apiStage(context, stage, `${pointer}/apiStages/${index}`))
  const id = parts.capture(wanted, 'id', {
    operation: 'apigateway create-usage-plan',
    options: {
      name: plan.name,
      description: plan.description || undefined,
      throttle: throttle && { json: { rateLimit: throttle.rateLimit, burstLimit: throttle.burstLimit } },
      quota: quota && { json: { ...quota } },
      'api-stages': stages.length === 0 ? undefined : { json: stages },
    },
  })
  for (const keyId of plan.keyIds) {
    const key = keys.get(keyId)
    if (key === undefined) continue
    parts.run({
      operation: 'apigateway create-usage-plan-key',
      options: { 'usage-plan-id': [id], 'key-id': [key], 'key-type': 'API_KEY' },
    })
  }
}

function apiStage(
  context: ScriptContext,
  { apiId, stage, throttle }: UsagePlan['apiStages'][number],
  pointer: string,
): ScriptJson[] {
  const api = context.apis.get(apiId)
  if (api === undefined) {
    const message = `The usage plan names the API "${apiId}", which is not there: that stage is left out of the plan.`
    context.parts.report('export/refused', 'error', pointer + pointerTo(['apiId']), message)
    return []
  }
  const methods = Object.entries(throttle ?? {}).map(([key, limit]): [string, ScriptJson] => [key, { ...limit }])
  return [
    {
      apiId: new SplicedText([api.id]),
      stage: new SplicedText(stageName(context, apiId, stage)),
      ...(methods.length > 0 && { throttle: Object.fromEntries(methods) }),
    },
  ]
}
