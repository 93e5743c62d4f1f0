import type { Design } from '@shared/design/design'
import { effectiveCaching } from '@shared/design/method-settings'
import { restRoutes } from '@shared/design/route-key'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclOf } from '@shared/design/web-acl-arn'
import { LIMITS } from '@shared/limits'
import { SILENT } from '../effect'
import type { Facts } from '../facts'
import { ABSENT } from '../flight'
import { FlightPool } from '../flight-pool'
import { Counters } from '../metrics/counters'
import { cacheControlRule } from '../pipeline/cache-lookup'
import { LARGEST_CACHE_ENTRY } from '../pipeline/cache-store'
import { NOT_ASKED } from '../pipeline/combined-access'
import type { CompiledRoute, Runtime, ServedStage, StageRef, TraceSink } from '../runtime'
import { AuthorizerResults } from '../state/authorizer-results'
import { ResponseCache } from '../state/response-cache'
import { TokenBuckets } from '../state/token-buckets'
import { WebAcls } from '../state/web-acls'
import { methodBuckets } from './method-buckets'
import { assumptionsOf, authorizerOf, hasResourcePolicy, lambdaAuthorizerOf, routePlan } from './route-plan'
import { stageViews, type DefinitionChoice, type StageView } from './stage-view'
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
  /** How many addresses of callers it can tell apart, which only web ACLs care about; none when absent. */
  readonly addressSlots?: number
  /** Bytes of the largest response the host will store; decides whether the cache must keep the order of use. */
  readonly largestResponse?: number
  readonly trace?: TraceSink | null
}

/** Turn a design into the tables that the steps run on. Stages that do not exist, or have nothing deployed, are left out. */
export function compile(design: Design, options: CompileOptions): Runtime {
  const views = options.stages.flatMap((ref) => stageViews(design, ref, options.definition))
  const routes = views.flatMap(compiledRoutes)
  const viewOf = (route: CompiledRoute): StageView =>
    views.find(
      ({ apiId, stage, isCanary }) => apiId === route.apiId && stage === route.stage && isCanary === route.isCanary,
    )!
  const plans = routes.map((route) => routePlan(design, viewOf(route), route))
  const authorizers = authorizersOf(views)
  const assumptions = assumptionsOf(design)
  const usagePlan = usagePlanTables(design, views, routes, options.epoch)
  const stageBuckets = methodBuckets(design, views, routes)
  const webAcls = webAclsOf(design, views)
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
    asksFunction: byRoute.asksFunction,
    bothMustAllow: byRoute.bothMustAllow,
    policyAtStart: byRoute.policyAtStart,
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
    responses: responseCaches(views, options),
    webAcls: new WebAcls(webAcls, options.addressSlots ?? 0),
    webAclOf: Int32Array.from(views, ({ settings }) => webAcls.findIndex((acl) => acl === webAclOf(design, settings))),
    refundOnReject: assumptions.refundOnReject,
    cacheErrorResponses: assumptions.cacheErrorResponses,
    names: {
      routes,
      stages: views.map(servedStage),
      apiKeys: design.apiKeys,
      plans: design.usagePlans,
      authorizers,
      methodBuckets: stageBuckets.names,
      planKeys: usagePlan.planKeys,
      webAcls,
      region: design.region,
    },
  }
}

function compiledRoutes(view: StageView): CompiledRoute[] {
  return restRoutes(view.definition).map((route) => ({
    ...route,
    ...servedStage(view),
    cacheControlStrategy: effectiveCaching(view.settings, route.path, route.verb)
      .unauthorizedCacheControlHeaderStrategy,
  }))
}

function entriesOf(plans: readonly (readonly number[])[]): Int32Array {
  const entry = new Int32Array(plans.length)
  for (let route = 1; route < plans.length; route++) entry[route] = entry[route - 1]! + plans[route - 1]!.length
  return entry
}

/** Results are kept by authorizer and stage, so a canary shares those that its stage has too. Source: rest-api.md 7.4. */
function authorizersOf(views: readonly StageView[]): Runtime['names']['authorizers'] {
  const all = views.flatMap(({ apiId, stage, definition }) =>
    Object.keys(definition.authorizers).map((authorizerId) => ({ apiId, stage, authorizerId })),
  )
  const isSame = (one: (typeof all)[number], other: (typeof all)[number]): boolean =>
    one.apiId === other.apiId && one.stage === other.stage && one.authorizerId === other.authorizerId
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
}

/** The web ACLs in front of these stages, each once: stages behind the same one share its counts. */
function webAclsOf(design: Design, views: readonly StageView[]): WebAcl[] {
  return (design.webAcls ?? []).filter((acl) => views.some(({ settings }) => webAclOf(design, settings) === acl))
}

/** What the steps look up by route. */
function routeTables(
  routes: readonly CompiledRoute[],
  viewOf: (route: CompiledRoute) => StageView,
  authorizers: Runtime['names']['authorizers'],
) {
  const authorizerIds = routes.map((route) => authorizerOf(viewOf(route), route))
  const lambdaAuthorizers = routes.map((route) => lambdaAuthorizerOf(viewOf(route), route))
  const caching = routes.map((route) => effectiveCaching(viewOf(route).settings, route.path, route.verb))
  return {
    authorizerOf: Int32Array.from(routes, ({ apiId, stage }, at) =>
      authorizers.findIndex(
        (one) => one.apiId === apiId && one.stage === stage && one.authorizerId === authorizerIds[at],
      ),
    ),
    authorizerTtl: Float64Array.from(routes, (route, at) => authorizerTtl(viewOf(route), lambdaAuthorizers[at])),
    asksFunction: Uint8Array.from(lambdaAuthorizers, (id) => (id === undefined ? 0 : 1)),
    bothMustAllow: Uint8Array.from(routes, (route) => (mustPolicyAllow(viewOf(route), route) ? 1 : 0)),
    policyAtStart: Uint8Array.from(routes, (route) => (hasResourcePolicy(viewOf(route)) ? NOT_ASKED : SILENT)),
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
 * Whether nobody but the resource policy can allow a request: without authorization, or behind a user pool, which only says who calls. A
 * private API without a policy lets nobody in.
 * Source: "How API Gateway resource policies affect authorization workflow", rest-api.md 7.6.
 */
function mustPolicyAllow(view: StageView, route: CompiledRoute): boolean {
  if (!hasResourcePolicy(view)) return false
  const hasIdentitySide = route.method.authorizationType === 'AWS_IAM' || lambdaAuthorizerOf(view, route) !== undefined
  return !hasIdentitySide || view.definition.policy === undefined
}

function authorizerTtl({ definition }: StageView, authorizerId: string | undefined): number {
  if (authorizerId === undefined) return 0
  const seconds = definition.authorizers[authorizerId]!.authorizerResultTtlInSeconds
  return (seconds ?? LIMITS.authorizerTtlDefault.value) * 1000
}

/** A canary has a cache of its own, unless it is told to use the stage's, which stands right before it. */
function responseCaches(views: readonly StageView[], options: CompileOptions): ResponseCache[] {
  const caches: ResponseCache[] = []
  for (const view of views) {
    const sharesCache = view.isCanary === true && view.settings.canarySettings?.useStageCache === true
    caches.push(sharesCache ? caches.at(-1)! : responseCache(view, options))
  }
  return caches
}

function servedStage({ apiId, stage, isCanary }: StageView): ServedStage {
  return { apiId, stage, ...(isCanary !== undefined && { isCanary }) }
}

function responseCache({ settings }: StageView, { cacheSlots, largestResponse }: CompileOptions): ResponseCache {
  const gigabytes = Number(settings.cacheClusterSize ?? '0.5')
  const slots = settings.cacheClusterEnabled ? cacheSlots : 0
  return new ResponseCache(slots, gigabytes * 2 ** 30, largestResponse ?? LARGEST_CACHE_ENTRY)
}

/** The index of a route, of the stage itself where it has a canary; or ABSENT. */
export function routeIndex(runtime: Runtime, ref: StageRef, routeKey: string): number {
  const at = runtime.names.routes.findIndex(
    (route) => route.apiId === ref.apiId && route.stage === ref.stage && route.routeKey === routeKey,
  )
  return at === -1 ? ABSENT : at
}
