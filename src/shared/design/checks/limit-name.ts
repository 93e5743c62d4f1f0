import type { LimitChange } from '../scenario'

/** "planMethod POST /orders plan01": a limit by the names that tell it from others. */
export function limitName({ level, route, usagePlanId }: Pick<LimitChange, 'level' | 'route' | 'usagePlanId'>): string {
  return [level, route, usagePlanId].filter((part) => part !== undefined).join(' ')
}
