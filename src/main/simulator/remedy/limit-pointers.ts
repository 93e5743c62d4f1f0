import type { Design } from '@shared/design/design'
import type { LimitChange, Scenario } from '@shared/design/scenario'
import { pointerTo } from '@shared/diagnostic'
import type { TraceEntry } from '@shared/trace'
import type { CompiledRoute } from '../../engine/runtime'
import { settingOf } from '../setting-of'

/** JSON pointers to the two numbers of the bucket that refused, in the design or in the event that set them last. */
export interface LimitPointers {
  readonly rateLimit: string
  readonly burstLimit: string
}

/** Of the bucket that this entry of a trace is about; null when no setting is behind it. */
export function limitPointers(
  design: Design,
  scenario: Scenario,
  route: CompiledRoute,
  entry: TraceEntry,
): LimitPointers | null {
  const event = lastChange(design, scenario, route, entry)
  if (event !== null) {
    const inEvent = (member: string): string => pointerTo(['scenario', 'events', event, member])
    return { rateLimit: inEvent('rateLimit'), burstLimit: inEvent('burstLimit') }
  }
  const rateLimit = settingOf(design, scenario, route, entry)
  if (rateLimit === null || !rateLimit.endsWith('ateLimit')) return null
  return { rateLimit, burstLimit: rateLimit.replace(/rateLimit$/, 'burstLimit').replace(/RateLimit$/, 'BurstLimit') }
}

/** Index of the event that set this bucket's limit last. */
function lastChange(design: Design, scenario: Scenario, route: CompiledRoute, entry: TraceEntry): number | null {
  const changes = (scenario.events ?? []).flatMap((event, index) => {
    if (event.type !== 'SET_LIMIT' || event.at * 1000 > entry.atMs) return []
    return isOf(event, design, route, entry) ? [{ at: event.at, index }] : []
  })
  // Of those at the same time the later in the list acts later.
  return (
    changes.reduce<(typeof changes)[number] | null>((last, one) => (last && last.at > one.at ? last : one), null)
      ?.index ?? null
  )
}

function isOf(event: LimitChange, design: Design, route: CompiledRoute, { details }: TraceEntry): boolean {
  if (event.level !== details['level']) return false
  if (event.level === 'method') return event.route === route.routeKey
  if (event.level === 'stage' || event.level === 'account') return true
  const plan = design.usagePlans.find(({ id }) => id === event.usagePlanId)?.name
  if (event.level === 'plan') return String(details['label']).endsWith(` on ${plan}`)
  return event.route === route.routeKey && String(details['label']).endsWith(` on ${plan}, ${route.routeKey}`)
}
