import { GatewrightError } from '@shared/contract/errors'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { UsageError } from './command'

/** The scenario of that name, the first one without a name. Throws `UsageError` that lists the names when there is none. */
export function namedScenario({ scenarios }: Design, name: string | undefined): Scenario {
  const scenario = name === undefined ? scenarios[0] : scenarios.find((one) => one.name === name)
  if (scenario !== undefined) return scenario
  if (name === undefined) throw new UsageError('The design has no scenario.')
  const known = scenarios.map((one) => `"${one.name}"`).join(', ')
  throw new UsageError(`No scenario is named "${name}": it has ${known === '' ? 'none' : known}.`)
}

/** Throws `simulator/invalid-scenario` with every problem when a scenario cannot be played. */
export function refuseUnplayable(scenario: Scenario, design: Design): void {
  const diagnostics = checkScenario(scenario, design).filter(({ severity }) => severity === 'error')
  if (diagnostics.length === 0) return
  const message = `Scenario "${scenario.name}" cannot run.`
  throw new GatewrightError('simulator/invalid-scenario', message, { details: { diagnostics } })
}
