import { Button } from '@mantine/core'
import { useChartRange } from '../../ui/charts/chart-cursor'
import { timeLabel } from '../../ui/charts/time-label'
import { useDesignStore } from '../../stores/design-store'
import { useMomentStore } from '../../stores/moment-store'
import { useRunStore } from '../../stores/run-store'
import { Chip } from '../../ui/chip'
import { findRequests } from './find-actions'
import { phaseWords, speedWords } from './run-words'
import { useCompared } from './use-compared'
import { useScenario } from './use-scenario'
import { useSnapshot } from './use-snapshot'

/** What a person must know about the figures on screen. One line of a fixed height as soon as there is a run. */
export function RunChips() {
  const phase = useRunStore((state) => state.phase)
  const ran = useRunStore((state) => state.scenario)
  const hasScenario = useDesignStore((state) => state.design?.scenarios.some(({ name }) => name === ran?.name) ?? false)
  const shown = useScenario()?.scenario.name
  const compared = useCompared()
  const atMs = useMomentStore((state) => state.atMs)
  const failure = useMomentStore((state) => state.failure)
  const range = useChartRange()
  // While a run streams nothing here changes with it.
  const snapshot = useSnapshot(false)
  const words = phaseWords(phase, snapshot?.nowMs ?? 0, snapshot?.durationMs ?? 0)
  const isOther = ran !== null && phase !== 'running' && hasScenario && ran.name !== shown
  if (snapshot === null && words === null) return null
  return (
    <div className="gw-sim-chips">
      {words && <Chip tone={phase === 'failed' ? 'danger' : phase === 'paused' ? 'info' : 'warning'}>{words}</Chip>}
      {isOther && <Chip>Results of {ran.name}</Chip>}
      {compared && <Chip tone="info">Compared with {compared.name} (thin grey lines)</Chip>}
      {range && snapshot && (
        <Button size="compact-xs" onClick={() => findRequests(range)}>
          Find requests from {timeLabel(range.fromMs, snapshot.durationMs)} to{' '}
          {timeLabel(range.toMs, snapshot.durationMs)}
        </Button>
      )}
      {atMs !== null && snapshot && (
        <>
          <Chip tone="info">Looking back at {timeLabel(atMs, snapshot.durationMs)}</Chip>
          {failure && <Chip tone="danger">{failure}</Chip>}
          <Button size="compact-xs" onClick={() => useMomentStore.getState().live()}>
            Back to now
          </Button>
        </>
      )}
      <Speed />
    </div>
  )
}

function Speed() {
  const seed = useRunStore((state) => state.scenario?.seed)
  const perSecond = useSnapshot()?.requestsPerSecondOfWallClock
  return seed === undefined || perSecond === undefined ? null : (
    <p className="gw-sim-speed">{speedWords(perSecond, seed)}</p>
  )
}
