import type { Design, ThrottleSettings } from '@shared/design/design'
import { diffJson } from '@shared/design/diff-json'
import { effectiveThrottle } from '@shared/design/method-settings'
import { findRestApi, restRoutes } from '@shared/design/route-key'
import type { LimitChange } from '@shared/design/scenario'
import { pointerTo } from '@shared/diagnostic'

export type NewLimit = Omit<LimitChange, 'at'>

/** What became of a design since a run began with it. */
export interface DesignChange {
  /** Limits that the run can go on with. */
  readonly limits: readonly NewLimit[]
  /** JSON pointers of other changes: only a run from 0:00 knows them. */
  readonly others: readonly string[]
}

/** The parts of a design that a run of one API depends on. */
const RUN_PARTS = new Set(['usagePlans', 'apiKeys', 'account', 'assumptions', 'webAcls'])
const LIMIT_MEMBERS = new Set(['throttlingRateLimit', 'throttlingBurstLimit', 'rateLimit', 'burstLimit'])

/** Other limits of the buckets that both designs have, and everything else that differs and that a run of this stage would show. */
export function designChange(before: Design, after: Design, apiId: string, stageName: string): DesignChange {
  if (before === after) return { limits: [], others: [] }
  const method = methodChanges(before, after, apiId, stageName)
  const apiIndex = before.apis.findIndex(({ id }) => id === apiId)
  const others = diffJson(before, after).filter(({ path, before: was, after: is }) => {
    const isOfRun = RUN_PARTS.has(String(path[0])) || (path[0] === 'apis' && path[1] === apiIndex)
    const isLimit = LIMIT_MEMBERS.has(String(path[path.length - 1]))
    return isOfRun && !(isLimit && typeof was === 'number' && typeof is === 'number')
  })
  const inherited = new Set(method.limits.flatMap(({ route }) => (route === undefined ? [] : [route])))
  return {
    limits: [...planChanges(before, after, apiId, stageName), ...method.limits, ...accountChanges(before, after)],
    others: others.filter(({ path }) => !isOwnMember(path, inherited)).map(({ path }) => pointerTo(path)),
  }
}

/** A member that a method had inherited and now has of its own, or the other way about, is a change of its bucket like any other. */
function isOwnMember(path: readonly (string | number)[], routes: ReadonlySet<string>): boolean {
  const member = String(path[path.length - 1])
  const key = String(path[path.length - 2])
  const slash = key.lastIndexOf('/')
  return LIMIT_MEMBERS.has(member) && routes.has(`${key.slice(slash + 1)} ${key.slice(0, slash) || '/'}`)
}

function isSame(a: ThrottleSettings, b: ThrottleSettings): boolean {
  return a.rateLimit === b.rateLimit && a.burstLimit === b.burstLimit
}

function methodChanges(before: Design, after: Design, apiId: string, stageName: string) {
  const limits: NewLimit[] = []
  const [was, is] = [findRestApi(before, apiId), findRestApi(after, apiId)]
  const [wasStage, isStage] = [was?.stages[stageName], is?.stages[stageName]]
  if (!was || !is || !wasStage || !isStage) return { limits }
  for (const { routeKey: route, path, verb } of restRoutes(is)) {
    const old = effectiveThrottle(before, wasStage, path, verb)
    const now = effectiveThrottle(after, isStage, path, verb)
    if (old.source !== now.source || isSame(old, now)) continue
    const { rateLimit, burstLimit } = now
    if (now.source === 'method') limits.push({ type: 'SET_LIMIT', level: 'method', route, rateLimit, burstLimit })
    else if (now.source === 'stage' && !limits.some(({ level }) => level === 'stage'))
      limits.push({ type: 'SET_LIMIT', level: 'stage', rateLimit, burstLimit })
  }
  return { limits }
}

function planChanges(before: Design, after: Design, apiId: string, stageName: string): NewLimit[] {
  return after.usagePlans.flatMap((plan) => {
    const old = before.usagePlans.find(({ id }) => id === plan.id)
    const own: NewLimit[] =
      plan.throttle && old?.throttle && !isSame(plan.throttle, old.throttle)
        ? [{ type: 'SET_LIMIT', level: 'plan', usagePlanId: plan.id, ...plan.throttle }]
        : []
    const throttlesOf = (of: typeof plan | undefined) =>
      of?.apiStages.find((covered) => covered.apiId === apiId && covered.stage === stageName)?.throttle ?? {}
    const oldMethods = throttlesOf(old)
    const methods = Object.entries(throttlesOf(plan)).flatMap(([key, limit]): NewLimit[] => {
      const oldLimit = oldMethods[key]
      if (oldLimit === undefined || isSame(limit, oldLimit)) return []
      const slash = key.lastIndexOf('/')
      const route = `${key.slice(slash + 1)} ${key.slice(0, slash) || '/'}`
      return [{ type: 'SET_LIMIT', level: 'planMethod', usagePlanId: plan.id, route, ...limit }]
    })
    return [...own, ...methods]
  })
}

function accountChanges(before: Design, after: Design): NewLimit[] {
  const [old, now] = [before.account.throttleSettings, after.account.throttleSettings]
  return isSame(old, now) ? [] : [{ type: 'SET_LIMIT', level: 'account', ...now }]
}
