import { describe, expect, it } from 'vitest'
import { combineVerdicts, type CombinationRule } from './combine'

const EFFECTS = ['ALLOW', 'SILENT', 'DENY'] as const

function table(rule: CombinationRule): string[] {
  return EFFECTS.map((identity) => EFFECTS.map((policy) => combineVerdicts(rule, identity, policy)).join(' '))
}

/** Rows: what the identity's side says; columns: the resource policy allows, is silent, denies. */
describe('combineVerdicts', () => {
  it('follows table A for the same account and for Lambda authorizers', () => {
    expect(table('EITHER_ALLOWS')).toEqual([
      'ALLOW ALLOW EXPLICIT_DENY',
      'ALLOW IMPLICIT_DENY EXPLICIT_DENY',
      'EXPLICIT_DENY EXPLICIT_DENY EXPLICIT_DENY',
    ])
  })

  it('follows table B for another account', () => {
    expect(table('BOTH_ALLOW')).toEqual([
      'ALLOW IMPLICIT_DENY EXPLICIT_DENY',
      'IMPLICIT_DENY IMPLICIT_DENY EXPLICIT_DENY',
      'EXPLICIT_DENY EXPLICIT_DENY EXPLICIT_DENY',
    ])
  })

  it('needs the policy to allow where the caller has no permissions of its own', () => {
    expect(table('POLICY_ALLOWS')).toEqual([
      'ALLOW IMPLICIT_DENY EXPLICIT_DENY',
      'ALLOW IMPLICIT_DENY EXPLICIT_DENY',
      'EXPLICIT_DENY EXPLICIT_DENY EXPLICIT_DENY',
    ])
  })
})
