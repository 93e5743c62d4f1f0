import { checkScenario } from '@shared/design/checks/check-scenario'
import { parseScenario, scenarioText } from '../project-format/scenario-text'
import type { OpenProjectHolder } from './open-project-holder'
import type { Handlers } from './service'

/** A scenario as text, and back. */
export function scenarioArea(holder: OpenProjectHolder): Pick<Handlers, `scenario.${'toText' | 'fromText'}`> {
  return {
    'scenario.toText': async ({ scenario }) => ({ text: scenarioText(scenario) }),
    'scenario.fromText': async ({ text }) => {
      const { scenario, diagnostics, positionOf } = parseScenario(text)
      if (scenario === null) return { scenario, diagnostics }
      const checked = checkScenario(scenario, holder.design).map((diagnostic) => {
        const range = positionOf(diagnostic.pointer)
        return { ...diagnostic, ...(range && { range }) }
      })
      return { scenario, diagnostics: [...diagnostics, ...checked] }
    },
  }
}
