import { expect, it } from 'vitest'
import { compareMembers } from './case-kind'
import { authorizerOutcome } from './documented-authorizer'

function play(functionBehaviour: string, status: number) {
  const entry = { id: 'made-up', functionBehaviour, expect: { status } }
  return compareMembers(entry, authorizerOutcome(entry)).outcome
}

it('plays what a function returns or fails with, and skips what it does not know', () => {
  expect([
    play('Allow policy on methodArn', 200),
    play('Allow policy on another ARN', 403),
    play('Deny policy on methodArn', 403),
    play('error Unauthorized', 401),
    play('error anything else', 500),
    play('Allow policy on methodArn', 403),
    play('sleeps', 500),
  ]).toEqual(['passed', 'passed', 'passed', 'passed', 'passed', 'failed', 'skipped'])
})
