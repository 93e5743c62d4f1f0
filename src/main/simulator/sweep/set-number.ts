import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'

/** What a setting can be of. */
export interface Setup {
  readonly design: Design
  readonly scenario: Scenario
}

/** Pointers that begin with this lead into the scenario, all others into the design. */
const SCENARIO = '/scenario/'

/**
 * The same with one number set, or null when the pointer leads nowhere: every part of its way but the last must be there, and what is
 * there at its end must be a number.
 */
export function setNumber(setup: Setup, pointer: string, value: number): Setup | null {
  if (!pointer.startsWith('/')) return null
  const path = pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (!pointer.startsWith(SCENARIO)) {
    const design = withNumber(setup.design, path, value)
    return design === null ? null : { ...setup, design: design as Design }
  }
  const scenario = withNumber(setup.scenario, path.slice(1), value)
  return scenario === null ? null : { ...setup, scenario: scenario as Scenario }
}

function withNumber(holder: unknown, [name, ...rest]: readonly string[], value: number): object | null {
  if (name === undefined || typeof holder !== 'object' || holder === null) return null
  if (!canHold(holder, name, rest.length === 0)) return null
  const member = Object.hasOwn(holder, name) ? (Reflect.get(holder, name) as unknown) : undefined
  const next = rest.length > 0 ? withNumber(member, rest, value) : isNumberOrAbsent(member) ? value : null
  if (next === null) return null
  return Array.isArray(holder) ? holder.with(Number(name), next) : { ...holder, [name]: next }
}

/** Lists are not made longer, and a member is only made at the end of the way. */
function canHold(holder: object, name: string, isLast: boolean): boolean {
  if (name === '__proto__') return false
  return Object.hasOwn(holder, name) || (isLast && name !== '' && !Array.isArray(holder))
}

function isNumberOrAbsent(member: unknown): boolean {
  return member === undefined || typeof member === 'number'
}
