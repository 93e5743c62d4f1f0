import type { MenuCommandId } from '@shared/contract/menu'
import type { Scenario } from '@shared/design/scenario'
import { chosenScenario } from '../../features/load-simulator/scenario-choice'
import { useDesignStore } from '../../stores/design-store'
import { restartRun, runOrPause, stepRun } from '../../stores/run-actions'
import { isUnderWay, useRunStore } from '../../stores/run-store'
import { useSimulateViewStore, type SimulateView } from '../../stores/simulate-view-store'
import { useUiStore } from '../../stores/ui-store'
import { needsProject, type Action } from './action'

type SimulateCommand = Extract<MenuCommandId, 'run.simulate' | `simulate.${string}`>

function currentScenario(): Scenario | undefined {
  const scenarios = useDesignStore.getState().design?.scenarios ?? []
  const { apiId, scenarioName } = useUiStore.getState()
  return scenarios[chosenScenario(scenarios, apiId, scenarioName)]
}

function whyNotRun(): string | null {
  if (isUnderWay(useRunStore.getState().phase)) return null
  return needsProject() ?? (currentScenario() === undefined ? 'Make a scenario on the Simulate screen first' : null)
}

/** On the Simulate screen, and the run in front there. */
function onScreen(act: (scenario: Scenario | undefined) => void): Action {
  return {
    run: () => {
      useUiStore.getState().show('simulate')
      act(currentScenario())
    },
    whyNot: whyNotRun,
  }
}

const showView = (view: SimulateView): Action => onScreen(() => useSimulateViewStore.getState().open(view))

export const SIMULATE_ACTIONS: { readonly [id in SimulateCommand]: Action } = {
  'run.simulate': onScreen(runOrPause),
  'simulate.step': onScreen((scenario) => void stepRun(scenario, 'SECOND')),
  'simulate.stepToEvent': onScreen((scenario) => void stepRun(scenario, 'EVENT')),
  'simulate.restart': onScreen(restartRun),
  'simulate.cancel': {
    run: () => void useRunStore.getState().cancel(),
    whyNot: () => (isUnderWay(useRunStore.getState().phase) ? null : 'No run is under way'),
  },
  'simulate.sweep': showView('sweep'),
  'simulate.seek': showView('seek'),
  'simulate.text': showView('text'),
}
