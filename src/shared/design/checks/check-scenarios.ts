import { pointerTo, type Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import { checkScenario } from './check-scenario'
import { unless } from './problem'

/** Every scenario of a design, and that their names differ. */
export function checkScenarios(design: Design): Diagnostic[] {
  const names = design.scenarios.map((scenario) => scenario.name)
  return design.scenarios.flatMap((scenario, index) => [
    ...unless(
      names.indexOf(scenario.name) === index,
      'scenario/name-duplicate',
      ['scenarios', index, 'name'],
      () => `Two scenarios are named ${scenario.name}. They are opened by name; rename one.`,
    ),
    ...checkScenario(scenario, design).map((diagnostic) => ({
      ...diagnostic,
      pointer: pointerTo(['scenarios', index]) + diagnostic.pointer,
    })),
  ])
}
