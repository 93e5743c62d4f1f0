import { describe, expect, it } from 'vitest'
import { combinedPolicy, type PolicySide } from './combined-policy'

const SIDES: readonly PolicySide[] = ['allow', 'silent', 'deny']

/** Rows: the identity side allows, is silent, denies; columns: the resource policy does. */
function table(isSameAccount: boolean) {
  return SIDES.map((identity) => SIDES.map((resource) => combinedPolicy(identity, resource, isSameAccount)))
}

describe('combinedPolicy', () => {
  it('needs one Allow within an account', () => {
    expect(table(true)).toEqual([
      ['allow', 'allow', 'explicit-deny'],
      ['allow', 'implicit-deny', 'explicit-deny'],
      ['explicit-deny', 'explicit-deny', 'explicit-deny'],
    ])
  })

  it('needs both Allows across accounts', () => {
    expect(table(false)).toEqual([
      ['allow', 'implicit-deny', 'explicit-deny'],
      ['implicit-deny', 'implicit-deny', 'explicit-deny'],
      ['explicit-deny', 'explicit-deny', 'explicit-deny'],
    ])
  })
})
