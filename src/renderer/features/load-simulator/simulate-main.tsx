import { useEffect, useState } from 'react'
import { ChartCursorContext, createChartCursor } from '../../ui/charts/chart-cursor'
import { ChartPatterns } from '../../ui/charts/chart-patterns'
import { useUiStore } from '../../stores/ui-store'
import type { ChartName } from './chart-name'
import { KpiTiles } from './kpi-tiles'
import { Results } from './results'
import { RunAnnouncer } from './run-announcer'
import { RunFailure } from './run-failure'
import { runOrCancel } from './run-or-cancel'
import { RunToolbar } from './run-toolbar'
import { SimulationCharts } from './simulation-charts'
import { useScenario } from './use-scenario'
import './simulate-main.css'

/** The run: transport, six figures, six charts, tables. */
export function SimulateMain() {
  const [cursor] = useState(createChartCursor)
  const [pinned, setPinned] = useState<ChartName | null>(null)
  useSpaceToRun()
  useChosenName()
  return (
    <ChartCursorContext value={cursor}>
      <div className="gw-sim-main">
        <ChartPatterns />
        <RunToolbar />
        <RunFailure />
        <div className="gw-sim-scroll">
          <KpiTiles pinned={pinned} onPin={(chart) => setPinned(chart === pinned ? null : chart)} />
          <SimulationCharts pinned={pinned} />
          <Results />
        </div>
        <RunAnnouncer />
      </div>
    </ChartCursorContext>
  )
}

/** Space runs and cancels wherever it does not mean something else. Ctrl+Enter is in the window's key table. */
function useSpaceToRun(): void {
  const scenario = useScenario()?.scenario
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.repeat || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey)
        return
      if (event.target instanceof Element && event.target.closest(USES_SPACE)) return
      event.preventDefault()
      runOrCancel(scenario)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [scenario])
}

const USES_SPACE =
  'button, a, input, select, textarea, summary, [contenteditable], [role="dialog"], [role="menu"], [role="row"], [role="treeitem"], [role="tab"], [role="option"], [role="switch"], [role="separator"]'

/** The window's commands run the scenario by its name, so the name on screen is the chosen one. */
function useChosenName(): void {
  const name = useScenario()?.scenario.name ?? null
  useEffect(() => {
    if (name !== null && useUiStore.getState().scenarioName !== name) useUiStore.getState().selectScenario(name)
  }, [name])
}
