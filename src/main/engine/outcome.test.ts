import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '@shared/outcome'
import * as codes from './outcome'

describe('outcome codes', () => {
  it('are the positions of the shared list, each of them once', () => {
    const { OUTCOME_STRIDE, LAST_ANSWERED, ...outcomes } = codes
    expect(outcomes).toEqual(Object.fromEntries(OUTCOMES.map((name, position) => [name, position])))
    expect(OUTCOME_STRIDE).toBeGreaterThanOrEqual(OUTCOMES.length)
    expect(OUTCOMES[LAST_ANSWERED]).toBe('INTEGRATION_FAILURE')
  })
})
