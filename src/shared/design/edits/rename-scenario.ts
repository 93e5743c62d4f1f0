import type { Design } from '../design'
import { changeScenarios } from './change-scenarios'
import { setMember } from './update-in'

/** A scenario under a new name that is free. */
export function renameScenario(design: Design, fromName: string, toName: string): Design {
  if (design.scenarios.some((scenario) => scenario.name === toName)) return design
  return changeScenarios(design, (scenario) =>
    scenario.name === fromName ? setMember(scenario, 'name', toName) : scenario,
  )
}
