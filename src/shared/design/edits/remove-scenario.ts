import type { Design } from '../design'
import { changeScenarios } from './change-scenarios'
import { moveIgnoredFindings } from './move-ignored-findings'

/** A scenario goes. */
export function removeScenario(design: Design, name: string): Design {
  const without = changeScenarios(design, (scenario) => (scenario.name === name ? undefined : scenario))
  return moveIgnoredFindings(design, without)
}
