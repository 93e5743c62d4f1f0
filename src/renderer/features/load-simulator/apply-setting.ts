import type { Design } from '@shared/design/design'
import { updateAtPointer } from '@shared/design/edits/update-at-pointer'
import type { Scenario } from '@shared/design/scenario'

/** Pointers that begin with this lead into the scenario that ran. */
const SCENARIO = '/scenario/'

/** Where a setting of a run is in the design: pointers into the scenario become pointers to it. Null when the scenario is gone. */
export function designPointer(design: Design, scenarioName: string, pointer: string): string | null {
  if (!pointer.startsWith(SCENARIO)) return pointer
  const index = design.scenarios.findIndex(({ name }) => name === scenarioName)
  return index < 0 ? null : `/scenarios/${index}/${pointer.slice(SCENARIO.length)}`
}

/** The design with a number set, as a sweep or a remedy tried it out. The same design when the place is gone. */
export function applySetting(
  design: Design,
  scenario: Pick<Scenario, 'name'>,
  settings: readonly { readonly pointer: string; readonly value: number }[],
): Design {
  return settings.reduce((before, { pointer, value }) => {
    const at = designPointer(before, scenario.name, pointer)
    return at === null ? before : updateAtPointer(before, at, value)
  }, design)
}
