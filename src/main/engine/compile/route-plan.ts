import { DEFAULT_ASSUMPTIONS, type Assumptions } from '@shared/design/assumptions'
import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle } from '@shared/design/method-settings'
import type { RestRoute } from '@shared/design/route-key'
import { webAclOf } from '@shared/design/web-acl-arn'
import type { StepName } from '@shared/step-name'
import { CALLER_FIRST_ORDER, REST_ORDER } from '../pipeline/order'
import { stepCode } from '../pipeline/step-codes'
import type { StageView } from './stage-view'

/** The steps of one route: the lifecycle without what the route does not use. */
export function routePlan(design: Design, view: StageView, route: RestRoute): number[] {
  const uses = usesOf(design, view, route)
  const order = orderFor(assumptionsOf(design), isCallerKnownFirst(route))
  return order.flatMap((step) => (uses[step] ? [stepCode(step)] : []))
}

export function assumptionsOf(design: Design): Assumptions {
  return { ...DEFAULT_ASSUMPTIONS, ...design.assumptions }
}

/** IAM and user pools come before the resource policy: it may name the caller. Source: rest-api.md 7.6. */
function isCallerKnownFirst({ method }: RestRoute): boolean {
  return method.authorizationType === 'AWS_IAM' || method.authorizationType === 'COGNITO_USER_POOLS'
}

/** Where quotas count: after every throttle, or (U2) before them. */
function orderFor(assumptions: Assumptions, isCallerFirst: boolean): StepName[] {
  const order = (isCallerFirst ? CALLER_FIRST_ORDER : REST_ORDER).map(({ step }) => step)
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
    waf: webAclOf(design, view.settings) !== undefined,
    'resource-policy': hasResourcePolicy(view),
    authorizer: method.authorizationType === 'AWS_IAM' || authorizerOf(view, route) !== undefined,
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
    'connection-rate': false,
  }
}

function plansOf(design: Design, view: StageView): Design['usagePlans'] {
  return design.usagePlans.filter((plan) =>
    plan.apiStages.some(({ apiId, stage }) => apiId === view.apiId && stage === view.stage),
  )
}

/** A private API asks for a policy even before it has one. Source: rest-api.md 7.6. */
export function hasResourcePolicy({ api, definition }: StageView): boolean {
  return definition.policy !== undefined || api.endpointConfiguration.types.includes('PRIVATE')
}

/** The id of the authorizer that a route asks; it is of the kind that the method's authorization takes. */
export function authorizerOf({ definition }: StageView, { method }: RestRoute): string | undefined {
  const { authorizationType, authorizerId } = method
  const authorizer = authorizerId === undefined ? undefined : definition.authorizers[authorizerId]
  if (authorizer === undefined) return undefined
  const taken = authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM'
  return authorizationType === taken ? authorizerId : undefined
}

/** The same, of those that are functions: TOKEN and REQUEST. */
export function lambdaAuthorizerOf(view: StageView, route: RestRoute): string | undefined {
  return route.method.authorizationType === 'CUSTOM' ? authorizerOf(view, route) : undefined
}
