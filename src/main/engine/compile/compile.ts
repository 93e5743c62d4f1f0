import type { Design } from '@shared/design/design'
import { effectiveCaching } from '@shared/design/method-settings'
import { restRoutes } from '@shared/design/route-key'
import { LIMITS } from '@shared/limits'
import type { Facts } from '../facts'
import { ABSENT } from '../flight'
import { FlightPool } from '../flight-pool'
import { Counters } from '../metrics/counters'
import { cacheControlRule } from '../pipeline/cache-lookup'
import { LARGEST_CACHE_ENTRY } from '../pipeline/cache-store'
import type { CompiledRoute, Runtime, StageRef, TraceSink } from '../runtime'
import { AuthorizerResults } from '../state/authorizer-results'
import { ResponseCache } from '../state/response-cache'
import { TokenBuckets } from '../state/token-buckets'
import { methodBuckets } from './method-buckets'
import { assumptionsOf, lambdaAuthorizerOf, routePlan } from './route-plan'
import { stageView, type DefinitionChoice, type StageView } from './stage-view'
import { usagePlanTables } from './usage-plan-tables'

/** What a host decides about a runtime. */
export interface CompileOptions {
  readonly stages: readonly StageRef[]
  readonly definition: DefinitionChoice
  readonly facts: Facts
  /** Milliseconds since 1970 at time 0. */
  readonly epoch: number
  /** How many identities and cache keys the host can tell apart at a time. */
  readonly identitySlots: number
  readonly cacheSlots: number
  /** Bytes of the largest response the host will store; decides whether the cache must keep the order of use. */
  readonly largestResponse?: number
  readonly trace?: TraceSink | null
}

/** Turn a design into the tables that the steps run on. Stages that do not exist, or have nothing deployed, are left out. */
export function compile(design: Design, options: CompileOptions): Runtime {
  const views = options.stages.flatMap((ref) => stageView(design, ref, options.definition) ?? [])
  const routes = views.flatMap(compiledRoutes)
  const viewOf = (route: CompiledRoute): StageView =>
    views.find(({ apiId, stage }) => apiId === route.apiId && stage === route.stage)!
  const plans = routes.map((route) => routePlan(design, viewOf(route), route))
  const authorizers = authorizersOf(views)
  const assumptions = assumptionsOf(design)
  const usagePlan = usagePlanTables(design, views, routes, options.epoch)
  const stageBuckets = methodBuckets(design, views, routes)
  const byRoute = routeTables(routes, viewOf, authorizers)
  // Written out member by member: an object made with a spread keeps what is spread apart, and every step would pay for the way there.
  return {
    plan: Uint8Array.from(plans.flat()),
    entry: entriesOf(plans),
    flights: new FlightPool(),
    facts: options.facts,
    counters: new Counters(),
    trace: options.trace ?? null,
    stageOf: Int32Array.from(routes, (route) => views.indexOf(viewOf(route))),
    authorizerOf: byRoute.authorizerOf,
    authorizerTtl: byRoute.authorizerTtl,
    silentPolicyPasses: byRoute.silentPolicyPasses,
    apiKeyFromAuthorizer: byRoute.apiKeyFromAuthorizer,
    methodBucketOf: stageBuckets.methodBucketOf,
    cacheTtl: byRoute.cacheTtl,
    cacheControlRule: byRoute.cacheControlRule,
    timeout: byRoute.timeout,
    planKeyOf: usagePlan.planKeyOf,
    stageCount: views.length,
    planOf: usagePlan.planOf,
    ordinalInPlan: usagePlan.ordinalInPlan,
    planMethodOf: usagePlan.planMethodOf,
    routeCount: routes.length,
    usagePlanBuckets: usagePlan.usagePlanBuckets,
    planMethodBuckets: usagePlan.planMethodBuckets,
    methodBuckets: stageBuckets.methodBuckets,
    accountBucket: new TokenBuckets([design.account.throttleSettings]),
    quotas: usagePlan.quotas,
    authorizerResults: new AuthorizerResults(options.identitySlots),
    responses: views.map((view) => responseCache(view, options)),
    refundOnReject: assumptions.refundOnReject,
    cacheErrorResponses: assumptions.cacheErrorResponses,
    names: {
      routes,
      stages: views.map(({ apiId, stage }) => ({ apiId, stage })),
      apiKeys: design.apiKeys,
      plans: design.usagePlans,
      authorizers,
      methodBuckets: stageBuckets.names,
      planKeys: usagePlan.planKeys,
      region: design.region,
    },
  }
}

function compiledRoutes(view: StageView): CompiledRoute[] {
  return restRoutes(view.definition).map((route) => ({
    ...route,
    apiId: view.apiId,
    stage: view.stage,
    cacheControlStrategy: effectiveCaching(view.settings, route.path, route.verb)
      .unauthorizedCacheControlHeaderStrategy,
  }))
}

function entriesOf(plans: readonly (readonly number[])[]): Int32Array {
  const entry = new Int32Array(plans.length)
  for (let route = 1; route < plans.length; route++) entry[route] = entry[route - 1]! + plans[route - 1]!.length
  return entry
}

function authorizersOf(views: readonly StageView[]): Runtime['names']['authorizers'] {
  return views.flatMap(({ apiId, stage, definition }) =>
    Object.keys(definition.authorizers).map((authorizerId) => ({ apiId, stage, authorizerId })),
  )
}

/** What the steps look up by route. */
function routeTables(
  routes: readonly CompiledRoute[],
  viewOf: (route: CompiledRoute) => StageView,
  authorizers: Runtime['names']['authorizers'],
) {
  const lambdaAuthorizers = routes.map((route) => lambdaAuthorizerOf(viewOf(route), route))
  const caching = routes.map((route) => effectiveCaching(viewOf(route).settings, route.path, route.verb))
  return {
    authorizerOf: Int32Array.from(routes, ({ apiId, stage }, at) =>
      authorizers.findIndex(
        (one) => one.apiId === apiId && one.stage === stage && one.authorizerId === lambdaAuthorizers[at],
      ),
    ),
    authorizerTtl: Float64Array.from(routes, (route, at) => authorizerTtl(viewOf(route), lambdaAuthorizers[at])),
    silentPolicyPasses: Uint8Array.from(routes, (route) => (doesSilentPolicyPass(viewOf(route), route) ? 1 : 0)),
    apiKeyFromAuthorizer: Uint8Array.from(routes, (route) =>
      viewOf(route).definition.apiKeySource === 'AUTHORIZER' ? 1 : 0,
    ),
    cacheTtl: Float64Array.from(caching, ({ enabled, ttlInSeconds }) => (enabled ? ttlInSeconds * 1000 : 0)),
    cacheControlRule: Uint8Array.from(caching, cacheControlRule),
    timeout: Float64Array.from(
      routes,
      ({ method }) => method.integration?.timeoutInMillis ?? LIMITS.integrationTimeoutMax.value,
    ),
  }
}

/**
 * Table A: an Allow of the identity side makes up for a policy that says nothing. A private API without a policy lets nobody in.
 * Source: "How API Gateway resource policies affect authorization workflow", rest-api.md 7.6.
 */
function doesSilentPolicyPass(view: StageView, route: CompiledRoute): boolean {
  const hasIdentitySide = route.method.authorizationType === 'AWS_IAM' || lambdaAuthorizerOf(view, route) !== undefined
  return hasIdentitySide && view.definition.policy !== undefined
}

function authorizerTtl({ definition }: StageView, authorizerId: string | undefined): number {
  if (authorizerId === undefined) return 0
  const seconds = definition.authorizers[authorizerId]!.authorizerResultTtlInSeconds
  return (seconds ?? LIMITS.authorizerTtlDefault.value) * 1000
}

function responseCache({ settings }: StageView, { cacheSlots, largestResponse }: CompileOptions): ResponseCache {
  const gigabytes = Number(settings.cacheClusterSize ?? '0.5')
  const slots = settings.cacheClusterEnabled ? cacheSlots : 0
  return new ResponseCache(slots, gigabytes * 2 ** 30, largestResponse ?? LARGEST_CACHE_ENTRY)
}

/** The index of a route, or ABSENT. */
export function routeIndex(runtime: Runtime, ref: StageRef, routeKey: string): number {
  const at = runtime.names.routes.findIndex(
    (route) => route.apiId === ref.apiId && route.stage === ref.stage && route.routeKey === routeKey,
  )
  return at === -1 ? ABSENT : at
}
