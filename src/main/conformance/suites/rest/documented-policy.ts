import { combinedPolicy, type PolicySide } from '../../../engine/authorizers/combined-policy'
import type { CaseEntry } from './case-kind'

interface PolicyCombination {
  readonly callerAccount: 'same-account' | 'cross-account'
  readonly identitySide: Statement
  readonly resourcePolicy: Statement
}

type Statement = 'Allow' | 'Deny' | 'none'

const SIDES: ReadonlyMap<Statement, PolicySide> = new Map([
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['none', 'silent'],
] as const)

/** Cases of the topic "policy-combination": what a caller's policies and the API's come to. */
export function combinedOutcome(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { callerAccount, identitySide, resourcePolicy } = entry as unknown as PolicyCombination
  return { outcome: combinedPolicy(side(identitySide), side(resourcePolicy), isSameAccount(callerAccount)) }
}

function side(statement: Statement): PolicySide {
  const known = SIDES.get(statement)
  if (known === undefined) throw new Error(`"${String(statement)}" is no side of a policy`)
  return known
}

function isSameAccount(callerAccount: string): boolean {
  if (callerAccount !== 'same-account' && callerAccount !== 'cross-account') {
    throw new Error(`"${callerAccount}" is no account of a caller`)
  }
  return callerAccount === 'same-account'
}
