import type { Design } from '../design'
import { changeScenarios } from './change-scenarios'

/** A scenario goes. */
export function removeScenario(design: Design, name: string): Design {
  return changeScenarios(design, (scenario) => (scenario.name === name ? undefined : scenario))
}
