import { useEffect, useState } from 'react'
import { ChartCursorContext, createChartCursor, type ChartCursor } from '../../ui/charts/chart-cursor'
import { ChartPatterns } from '../../ui/charts/chart-patterns'
import { useFoundRequestsStore } from '../../stores/found-requests-store'
import { useMomentStore } from '../../stores/moment-store'
import { isUnderWay, useRunStore } from '../../stores/run-store'
import { useSimulateViewStore } from '../../stores/simulate-view-store'
import { useUiStore } from '../../stores/ui-store'
import { ChangeBanner } from './change-banner'
import type { ChartName } from './chart-name'
import { ExportNotes } from './export-notes'
import { KpiTiles } from './kpi-tiles'
import { Results } from './results'
import { withRange } from './request-filter'
import { RunAnnouncer } from './run-announcer'
import { RunChips } from './run-chips'
import { RunFailure } from './run-failure'
import { RunToolbar } from './run-toolbar'
import { ScenarioText } from './scenario-text'
import { SimulationCharts } from './simulation-charts'
import { SweepPanel } from './sweep-panel'
import { useRunKeys } from './use-run-keys'
import { useScenario } from './use-scenario'
import './simulate-main.css'

/** The run: transport, figures, six charts, tables; or a sweep, or the scenario as text. */
export function SimulateMain() {
  const [cursor] = useState(() => createChartCursor(true))
  const view = useSimulateViewStore((state) => state.view)
  useRunKeys()
  useChosenName()
  useCursorAtMoment(cursor)
  useViewOfRun()
  return (
    <ChartCursorContext value={cursor}>
      <div className="gw-sim-main">
        <ChartPatterns />
        <RunToolbar />
        <RunFailure />
        <ChangeBanner />
        <ExportNotes />
        {view === 'run' && <RunView />}
        {(view === 'sweep' || view === 'seek') && <SweepPanel />}
        {view === 'text' && <ScenarioText />}
        <RunAnnouncer />
      </div>
    </ChartCursorContext>
  )
}

function RunView() {
  const [pinned, setPinned] = useState<ChartName | null>(null)
  return (
    <div className="gw-sim-scroll">
      <RunChips />
      <KpiTiles pinned={pinned} onPin={(chart) => setPinned(chart === pinned ? null : chart)} />
      <SimulationCharts pinned={pinned} />
      <Results />
    </div>
  )
}

/** The window's commands run the scenario by its name, so the name on screen is the chosen one. */
function useChosenName(): void {
  const name = useScenario()?.scenario.name ?? null
  useEffect(() => {
    if (name !== null && useUiStore.getState().scenarioName !== name) useUiStore.getState().selectScenario(name)
  }, [name])
}

/** The cursor of every chart stays where the scrubber is, and requests are looked for in the stretch that is chosen. A new run has none. */
function useCursorAtMoment(cursor: ChartCursor): void {
  useEffect(() => {
    const follow = (atMs: number | null): void => cursor.setState({ restMs: atMs })
    follow(useMomentStore.getState().atMs)
    const unfollow = useMomentStore.subscribe(({ atMs }) => follow(atMs))
    const unsubscribe = useRunStore.subscribe(({ runId }, before) => {
      if (runId !== before.runId && runId === null) cursor.setState({ range: null, timeMs: null })
    })
    const unchoose = cursor.subscribe(({ range }, before) => {
      const { filter, change } = useFoundRequestsStore.getState()
      if (range !== before.range) change(withRange(filter, range))
    })
    return () => {
      unfollow()
      unsubscribe()
      unchoose()
    }
  }, [cursor])
}

/** Whoever starts a run wants to see it. */
function useViewOfRun(): void {
  useEffect(
    () =>
      useRunStore.subscribe(({ phase, runId }, before) => {
        const isNew = runId === null && isUnderWay(phase) && (before.runId !== null || !isUnderWay(before.phase))
        if (isNew) useSimulateViewStore.getState().open('run')
      }),
    [],
  )
}
