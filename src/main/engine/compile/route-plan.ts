import { DEFAULT_ASSUMPTIONS, type Assumptions } from '@shared/design/assumptions'
import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle } from '@shared/design/method-settings'
import type { RestRoute } from '@shared/design/route-key'
import type { StepName } from '@shared/step-name'
import { REST_ORDER } from '../pipeline/order'
import { stepCode } from '../pipeline/step-codes'
import type { StageView } from './stage-view'

/** The steps of one route: the lifecycle without what the route does not use. */
export function routePlan(design: Design, view: StageView, route: RestRoute): number[] {
  const uses = usesOf(design, view, route)
  return orderFor(assumptionsOf(design)).flatMap((step) => (uses[step] ? [stepCode(step)] : []))
}

export function assumptionsOf(design: Design): Assumptions {
  return { ...DEFAULT_ASSUMPTIONS, ...design.assumptions }
}

/** Where quotas count: after every throttle, or (U2) before them. */
function orderFor(assumptions: Assumptions): StepName[] {
  const order = REST_ORDER.map(({ step }) => step)
  if (!assumptions.countThrottledInQuota) return order
  return order.flatMap((step) => (step === 'count-quota' ? [] : step === 'quota' ? [step, 'count-quota'] : [step]))
}

function usesOf(design: Design, view: StageView, route: RestRoute): Record<StepName, boolean> {
  const { method, path, verb } = route
  const throttle = effectiveThrottle(design, view.settings, path, verb).source
  const validator = view.definition.requestValidators[method.requestValidatorId ?? '']
  const needsKey = method.apiKeyRequired
  const hasQuota = needsKey && plansOf(design, view).some((plan) => plan.quota !== undefined)
  return {
    'resource-policy': view.definition.policy !== undefined || view.api.endpointConfiguration.types.includes('PRIVATE'),
    authorizer: lambdaAuthorizerOf(view, route) !== undefined,
    'api-key': needsKey,
    quota: hasQuota,
    'usage-plan-throttle': needsKey,
    'method-throttle': throttle === 'method',
    'stage-throttle': throttle === 'stage',
    'account-throttle': true,
    'count-quota': hasQuota,
    'request-validator': (validator?.validateRequestBody || validator?.validateRequestParameters) ?? false,
    'cache-lookup': effectiveCaching(view.settings, path, verb).enabled,
    integration: true,
  }
}

function plansOf(design: Design, view: StageView): Design['usagePlans'] {
  return design.usagePlans.filter((plan) =>
    plan.apiStages.some(({ apiId, stage }) => apiId === view.apiId && stage === view.stage),
  )
}

/** The id of the TOKEN or REQUEST authorizer that a route asks. */
export function lambdaAuthorizerOf(view: StageView, { method }: RestRoute): string | undefined {
  if (method.authorizationType !== 'CUSTOM' || method.authorizerId === undefined) return undefined
  const authorizer = view.definition.authorizers[method.authorizerId]
  return authorizer === undefined || authorizer.type === 'COGNITO_USER_POOLS' ? undefined : method.authorizerId
}
