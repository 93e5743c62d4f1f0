import { putScenario } from '@shared/design/edits/put-scenario'
import { removeScenario } from '@shared/design/edits/remove-scenario'
import { renameScenario } from '@shared/design/edits/rename-scenario'
import type { Api } from '@shared/design/api'
import type { Scenario } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useUiStore } from '../../stores/ui-store'
import { defaultScenario, freeName } from './default-scenario'

/** Add a scenario of steady traffic over the API's routes and show it. */
export function addScenario(api: Api, name?: string): void {
  const { design, edit } = useDesignStore.getState()
  if (design === null) return
  const scenario = defaultScenario(design, api, stageFor(api))
  const named = name === undefined ? scenario : { ...scenario, name: freeName(name, design.scenarios) }
  edit(`Add scenario ${named.name}`, (before) => putScenario(before, named))
  useUiStore.getState().selectScenario(named.name)
}

export function duplicateScenario(scenario: Scenario): void {
  const { design, edit } = useDesignStore.getState()
  if (design === null) return
  const copy = { ...scenario, name: freeName(scenario.name, design.scenarios) }
  edit(`Duplicate scenario ${scenario.name}`, (before) => putScenario(before, copy))
  useUiStore.getState().selectScenario(copy.name)
}

export function changeScenarioName(scenario: Scenario, name: string): void {
  useDesignStore
    .getState()
    .edit(`Rename scenario ${scenario.name}`, (design) => renameScenario(design, scenario.name, name))
  useUiStore.getState().selectScenario(name)
}

export function deleteScenario(scenario: Scenario): void {
  editWithUndo({
    name: `Delete scenario ${scenario.name}`,
    change: (design) => removeScenario(design, scenario.name),
    message: `Deleted scenario ${scenario.name}`,
    code: 'scenario-deleted',
  })
}

/** The stage on screen when the API has it, else its first. */
export function stageFor(api: Api): string {
  const stages = Object.keys(api.stages)
  const shown = useUiStore.getState().stage
  return shown !== null && stages.includes(shown) ? shown : (stages[0] ?? '')
}
