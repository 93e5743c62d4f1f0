import { expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Scenario } from '@shared/design/scenario'
import { checkResults, failedChecks } from './check-results'
import { chosenScenario } from './scenario-choice'

const scenario = (name: string, apiId: string): Scenario => ({
  name,
  apiId,
  stage: 'prod',
  durationInSeconds: 1,
  seed: 1,
  sources: [],
})
const scenarios = [scenario('x', 'other'), scenario('a', 'api'), scenario('b', 'api')]

it('shows the chosen scenario, else the first of the API', () => {
  expect(chosenScenario(scenarios, 'api', 'b')).toBe(2)
  expect(chosenScenario(scenarios, 'api', 'x')).toBe(1)
  expect(chosenScenario(scenarios, 'api', null)).toBe(1)
  expect(chosenScenario(scenarios, 'none', null)).toBe(-1)
})

it('gives each check its result, and none to a check changed since the run or of another scenario', () => {
  const kept = { metric: 'latencyP99', operator: '<=', value: 400 } as const
  const changed = { metric: 'throttled', operator: '==', value: 5 } as const
  const checked: Scenario = { ...scenario('a', 'api'), checks: [kept, changed] }
  const result = {
    scenario: 'a',
    checks: [
      { ...kept, actual: 500, passed: false },
      { ...changed, value: 0, actual: 3, passed: false },
    ],
  } as unknown as SimulationResult
  const results = checkResults(checked, result)
  expect(results).toEqual([{ actual: 500, passed: false }, null])
  expect(failedChecks(results)).toBe(1)
  expect(checkResults({ ...checked, name: 'b' }, result)).toEqual([null, null])
  expect(checkResults(checked, null)).toEqual([null, null])
})
