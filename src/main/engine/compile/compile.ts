import type { Design } from '@shared/design/design'
import type { Stage } from '@shared/design/stage'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclOf } from '@shared/design/web-acl-arn'
import { LIMITS } from '@shared/limits'
import { SILENT } from '../effect'
import type { Facts } from '../facts'
import { ABSENT } from '../flight'
import { FlightPool } from '../flight-pool'
import { Counters } from '../metrics/counters'
import { LARGEST_CACHE_ENTRY } from '../pipeline/cache-store'
import { NOT_ASKED } from '../pipeline/combined-access'
import type { Runtime, ServedStage, StageRef, TraceSink } from '../runtime'
import { AuthorizerResults } from '../state/authorizer-results'
import { ResponseCache } from '../state/response-cache'
import { TokenBuckets } from '../state/token-buckets'
import { WebAcls } from '../state/web-acls'
import { apiStageViews, isRestView, type ApiStageView } from './api-stage-view'
import { methodBuckets } from './method-buckets'
import { assumptionsOf } from './route-plan'
import type { RouteTraits } from './route-traits'
import { stageRouteTraits } from './stage-route-traits'
import type { DefinitionChoice } from './stage-view'
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
  const views = options.stages.flatMap((ref) => apiStageViews(design, ref, options.definition))
  const routesOf = views.map((view) => stageRouteTraits(design, view))
  const traits = routesOf.flat()
  const routes = traits.map(({ compiled }) => compiled)
  const authorizers = authorizersOf(views)
  const assumptions = assumptionsOf(design)
  const usagePlan = usagePlanTables(design, views, routes, options.epoch)
  const stageBuckets = methodBuckets(design, traits)
  const webAcls = webAclsOf(design, views)
  const byRoute = routeTables(traits, authorizers)
  // Written out member by member: an object made with a spread keeps what is spread apart, and every step would pay for the way there.
  return {
    plan: Uint8Array.from(traits.flatMap(({ plan }) => plan)),
    entry: entriesOf(traits.map(({ plan }) => plan)),
    flights: new FlightPool(),
    facts: options.facts,
    counters: new Counters(),
    trace: options.trace ?? null,
    stageOf: Int32Array.from(routesOf.flatMap((ofStage, stage) => ofStage.map(() => stage))),
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
    authorizerTimeout: byRoute.authorizerTimeout,
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
    connectionBucket: new TokenBuckets([CONNECTION_LIMIT]),
    quotas: usagePlan.quotas,
    authorizerResults: new AuthorizerResults(options.identitySlots),
    responses: responseCaches(views, options),
    webAcls: new WebAcls(webAcls, options.addressSlots ?? 0),
    webAclOf: Int32Array.from(views, (view) => webAcls.indexOf(webAclInFrontOf(design, view)!)),
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

/** Whether they may come at once is not documented; a second's worth of them may. Source: websocket-api.md 6. */
const CONNECTION_LIMIT = { rateLimit: LIMITS.connectionRate.value, burstLimit: LIMITS.connectionRate.value }

function entriesOf(plans: readonly (readonly number[])[]): Int32Array {
  const entry = new Int32Array(plans.length)
  for (let route = 1; route < plans.length; route++) entry[route] = entry[route - 1]! + plans[route - 1]!.length
  return entry
}

/** Results are kept by authorizer and stage, so a canary shares those that its stage has too. Source: rest-api.md 7.4. */
function authorizersOf(views: readonly ApiStageView[]): Runtime['names']['authorizers'] {
  const all = views.flatMap((view) => {
    const { authorizers } = isRestView(view) ? view.definition : view.api
    return Object.keys(authorizers).map((authorizerId) => ({ apiId: view.apiId, stage: view.stage, authorizerId }))
  })
  const isSame = (one: (typeof all)[number], other: (typeof all)[number]): boolean =>
    one.apiId === other.apiId && one.stage === other.stage && one.authorizerId === other.authorizerId
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
}

/** The web ACLs in front of these stages, each once: stages behind the same one share its counts. */
function webAclsOf(design: Design, views: readonly ApiStageView[]): WebAcl[] {
  return (design.webAcls ?? []).filter((acl) => views.some((view) => webAclInFrontOf(design, view) === acl))
}

/** Only REST APIs have one. */
function webAclInFrontOf(design: Design, view: ApiStageView): WebAcl | undefined {
  return isRestView(view) ? webAclOf(design, view.settings) : undefined
}

/** What the steps look up by route. */
function routeTables(traits: readonly RouteTraits[], authorizers: Runtime['names']['authorizers']) {
  const flags = (of: (route: RouteTraits) => boolean): Uint8Array =>
    Uint8Array.from(traits, (route) => (of(route) ? 1 : 0))
  return {
    authorizerOf: Int32Array.from(traits, ({ compiled: { apiId, stage }, authorizerId }) =>
      authorizers.findIndex((one) => one.apiId === apiId && one.stage === stage && one.authorizerId === authorizerId),
    ),
    authorizerTtl: Float64Array.from(traits, ({ authorizerTtl }) => authorizerTtl),
    authorizerTimeout: Float64Array.from(traits, ({ authorizerTimeout }) => authorizerTimeout),
    asksFunction: flags(({ asksFunction }) => asksFunction),
    bothMustAllow: flags(({ bothMustAllow }) => bothMustAllow),
    policyAtStart: Uint8Array.from(traits, ({ hasResourcePolicy }) => (hasResourcePolicy ? NOT_ASKED : SILENT)),
    apiKeyFromAuthorizer: flags(({ apiKeyFromAuthorizer }) => apiKeyFromAuthorizer),
    cacheTtl: Float64Array.from(traits, ({ cacheTtl }) => cacheTtl),
    cacheControlRule: Uint8Array.from(traits, ({ cacheControlRule }) => cacheControlRule),
    timeout: Float64Array.from(traits, ({ timeout }) => timeout),
  }
}

/** A canary has a cache of its own, unless it is told to use the stage's, which stands right before it. HTTP and WebSocket APIs have none. */
function responseCaches(views: readonly ApiStageView[], options: CompileOptions): ResponseCache[] {
  const caches: ResponseCache[] = []
  for (const view of views) {
    const settings = isRestView(view) ? view.settings : NO_CACHE
    const sharesCache = view.isCanary === true && settings.canarySettings?.useStageCache === true
    caches.push(sharesCache ? caches.at(-1)! : responseCache(settings, options))
  }
  return caches
}

const NO_CACHE: Pick<Stage, 'cacheClusterEnabled' | 'cacheClusterSize' | 'canarySettings'> = {}

function servedStage({ apiId, stage, isCanary }: ApiStageView): ServedStage {
  return { apiId, stage, ...(isCanary !== undefined && { isCanary }) }
}

function responseCache(settings: typeof NO_CACHE, { cacheSlots, largestResponse }: CompileOptions): ResponseCache {
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
