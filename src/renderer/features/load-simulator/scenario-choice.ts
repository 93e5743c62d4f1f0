import type { Scenario } from '@shared/design/scenario'

/** The scenario on screen: the chosen one, else the first of the API; -1 when there is none. An index into the design's scenarios. */
export function chosenScenario(scenarios: readonly Scenario[], apiId: string | null, name: string | null): number {
  const chosen = scenarios.findIndex((scenario) => scenario.name === name && scenario.apiId === apiId)
  return chosen >= 0 ? chosen : scenarios.findIndex((scenario) => scenario.apiId === apiId)
}
