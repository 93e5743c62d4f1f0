import { describe, expect, it } from 'vitest'
import { compareMembers } from './case-kind'
import { combinedOutcome } from './documented-policy'

function play(callerAccount: string, identitySide: string, resourcePolicy: string, outcome: string) {
  const entry = { id: 'made-up', callerAccount, identitySide, resourcePolicy, expect: { outcome } }
  return compareMembers(entry, combinedOutcome(entry)).outcome
}

describe('combinedOutcome', () => {
  it('plays the combination of both sides', () => {
    expect([
      play('same-account', 'none', 'Allow', 'allow'),
      play('cross-account', 'none', 'Allow', 'implicit-deny'),
      play('cross-account', 'Deny', 'none', 'explicit-deny'),
      play('cross-account', 'Allow', 'Allow', 'implicit-deny'),
    ]).toEqual(['passed', 'passed', 'passed', 'failed'])
  })

  it('refuses to play what it does not know', () => {
    expect(() => play('same-account', 'Maybe', 'Allow', 'allow')).toThrow('"Maybe" is no side of a policy')
    expect(() => play('elsewhere', 'Allow', 'Allow', 'allow')).toThrow('"elsewhere" is no account of a caller')
  })
})
