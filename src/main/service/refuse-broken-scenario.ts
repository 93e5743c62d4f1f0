import { GatewrightError } from '@shared/contract/errors'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'

/** A scenario with errors would not run, or run as something else. Throws `simulator/invalid-scenario` with all of them. */
export function refuseBrokenScenario(scenario: Scenario, design: Design): void {
  const diagnostics = checkScenario(scenario, design).filter(({ severity }) => severity === 'error')
  if (diagnostics.length === 0) return
  const message = `Scenario ${scenario.name} cannot run: ${diagnostics[0]!.message}`
  throw new GatewrightError('simulator/invalid-scenario', message, { details: { diagnostics } })
}
