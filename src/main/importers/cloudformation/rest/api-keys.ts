import type { ApiKey } from '@shared/design/api-key'
import { idFrom } from '@shared/design/id-from'
import type { UsagePlan } from '@shared/design/usage-plan'
import { nameOf, physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { leaveOut, propertiesOf, reportAssumed, resourcesOfType } from './resource-properties'

/** As long as the values that the service makes. */
const VALUE_LENGTH = 40

/** The API keys of a template. A key without a value gets one made from its logical id, so that an import repeats. */
export function readApiKeys(context: TemplateContext): ApiKey[] {
  const resources = resourcesOfType(context, 'AWS::ApiGateway::ApiKey')
  const keys = resources.map((resource) => {
    const members = propertiesOf(context, resource)
    members.skip('Name')
    const written = members.text('Value')
    const enabled = members.flag('Enabled')
    if (enabled === undefined) {
      const message = `${members.label} has no "Enabled", which counts as false: requests with it get 403. Write Enabled: true to let it in.`
      context.findings.report('import/value-assumed', 'warning', members.pointer, message)
    }
    if (written === undefined) {
      const message = `${members.label} has no "Value", which AWS draws once it is deployed. Here it has one made from its name.`
      reportAssumed(members, 'Value', message, 'info')
    }
    const key: ApiKey = withoutAbsent({
      id: physicalIdOf(resource),
      name: nameOf(resource),
      description: members.text('Description'),
      enabled: enabled ?? false,
      value: written ?? idFrom(`key ${resource.logicalId}`, VALUE_LENGTH),
      customerId: members.text('CustomerId'),
    })
    leaveOut(members, 'GenerateDistinctId', 'ids of keys are always other than their values.')
    leaveOut(members, 'StageKeys', 'stages are covered by usage plans only.')
    leaveOut(members, 'Tags', 'API keys of a design have no tags.')
    finishShape(members, 'ApiKey')
    return key
  })
  if (keys.length > 0) {
    context.findings.carry(`${keys.length} API ${keys.length === 1 ? 'key' : 'keys'}`, resources[0]?.pointer ?? '')
  }
  return keys
}

/** Puts the keys into the plans that AWS::ApiGateway::UsagePlanKey names. */
export function withKeys(context: TemplateContext, plans: readonly UsagePlan[], keys: readonly ApiKey[]): UsagePlan[] {
  const known = new Set(keys.map(({ id }) => id))
  const byValue = new Map(keys.map((key) => [key.value, key.name]))
  const keyIds = new Map<string, Set<string>>(plans.map(({ id }) => [id, new Set<string>()]))
  for (const resource of resourcesOfType(context, 'AWS::ApiGateway::UsagePlanKey')) {
    const members = propertiesOf(context, resource)
    const keyId = members.text('KeyId')
    const planId = members.text('UsagePlanId')
    members.oneOf('KeyType', ['API_KEY'] as const)
    finishShape(members, 'UsagePlanKey')
    const inPlan = planId === undefined ? undefined : keyIds.get(planId)
    if (inPlan && keyId !== undefined && known.has(keyId)) {
      inPlan.add(keyId)
      continue
    }
    const [name, written] = inPlan ? ['KeyId', keyId] : ['UsagePlanId', planId]
    const why =
      written === undefined
        ? `it has no "${name}"`
        : `"${name}" is ${written}, which this template does not define${valueHint(byValue.get(written))}`
    const message = `${members.label} is left out: ${why}. Write ${name}: !Ref and the resource.`
    context.findings.report('import/not-carried', 'warning', resource.pointer, message)
  }
  return plans.map((plan) => ({ ...plan, keyIds: [...(keyIds.get(plan.id) ?? [])] }))
}

/** A common slip. Source: control-plane.md 3. */
function valueHint(name: string | undefined): string {
  return name === undefined ? '' : ` (it is the value of the key ${name}, not its id)`
}
