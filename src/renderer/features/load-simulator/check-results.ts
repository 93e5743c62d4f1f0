import type { SimulationResult } from '@shared/contract/simulation'
import type { Scenario, ScenarioCheck } from '@shared/design/scenario'

export interface CheckResult {
  readonly actual: number
  readonly passed: boolean
}

/** What became of each check of a scenario; null for one that was changed or added since the run, or that was never run. */
export function checkResults(scenario: Scenario, result: SimulationResult | null): (CheckResult | null)[] {
  return (scenario.checks ?? []).map((check) => {
    const found =
      result?.scenario === scenario.name ? result.checks.find((done) => isSameCheck(done, check)) : undefined
    return found ? { actual: found.actual, passed: found.passed } : null
  })
}

export function failedChecks(results: readonly (CheckResult | null)[]): number {
  return results.filter((result) => result?.passed === false).length
}

function isSameCheck(a: ScenarioCheck, b: ScenarioCheck): boolean {
  return (
    a.metric === b.metric &&
    a.operator === b.operator &&
    a.value === b.value &&
    a.apiKey === b.apiKey &&
    a.route === b.route
  )
}
