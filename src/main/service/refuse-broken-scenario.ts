import { GatewrightError } from '@shared/contract/errors'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'

/** A scenario with errors would not run, or run as something else. Throws `simulator/invalid-scenario` with all of them, and with what is wrong with its files. */
export function refuseBrokenScenario(scenario: Scenario, design: Design, ofFiles: readonly Diagnostic[] = []): void {
  const wrong = checkScenario(scenario, design).filter(({ severity }) => severity === 'error')
  const isNew = ({ pointer }: Diagnostic): boolean => wrong.every((known) => known.pointer !== pointer)
  const diagnostics = [...wrong, ...ofFiles.filter(isNew)]
  if (diagnostics.length === 0) return
  const message = `Scenario ${scenario.name} cannot run: ${diagnostics[0]!.message}`
  throw new GatewrightError('simulator/invalid-scenario', message, { details: { diagnostics } })
}
