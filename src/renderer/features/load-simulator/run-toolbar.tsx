import { IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useDesignStore } from '../../stores/design-store'
import { useRunStore } from '../../stores/run-store'
import { ActionButton } from '../../ui/action-button'
import { timeLabel } from '../../ui/charts/time-label'
import { Chip } from '../../ui/chip'
import { phaseWords } from './run-words'
import { runOrCancel } from './run-or-cancel'
import { useApi, useScenario } from './use-scenario'
import { useSnapshot } from './use-snapshot'

/** Run and cancel, how far the run is, and what a person must know about the figures. */
export function RunToolbar() {
  return (
    <div className="gw-sim-toolbar" role="toolbar" aria-label="Run">
      <RunButton />
      <RunProgress />
      <RunState />
    </div>
  )
}

function RunButton() {
  const phase = useRunStore((state) => state.phase)
  const scenario = useScenario()?.scenario
  const isRest = useApi()?.protocolType === 'REST'
  const isRunning = phase === 'running'
  const whyNot = !isRest ? 'Choose a REST API first' : scenario === undefined ? 'Add a scenario first' : null
  const Shape = isRunning ? IconX : IconPlayerPlay
  return (
    <ActionButton
      testId="sim-run"
      attributes={{ 'data-state': phase }}
      variant={isRunning ? 'default' : 'filled'}
      leftSection={<Shape size={16} stroke={1.6} />}
      disabledReason={whyNot}
      tooltip={isRunning ? 'Cancel the run (Space)' : 'Run the scenario (Ctrl+Enter or Space)'}
      onClick={() => runOrCancel(scenario)}
    >
      {isRunning ? 'Cancel' : 'Run'}
    </ActionButton>
  )
}

function RunProgress() {
  const snapshot = useSnapshot()
  const plannedMs = (useScenario()?.scenario.durationInSeconds ?? 300) * 1000
  const nowMs = snapshot?.nowMs ?? 0
  const durationMs = snapshot?.durationMs ?? plannedMs
  return (
    <>
      <div
        className="gw-sim-progress"
        role="progressbar"
        aria-label="Time simulated"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((nowMs / durationMs) * 100)}
      >
        <div style={{ transform: `scaleX(${nowMs / durationMs})` }} />
      </div>
      <span className="gw-sim-time" data-testid="sim-time" data-time-ms={nowMs}>
        <b>{timeLabel(nowMs, durationMs)}</b> of {timeLabel(durationMs, durationMs)}
      </span>
    </>
  )
}

function RunState() {
  const phase = useRunStore((state) => state.phase)
  const ran = useRunStore((state) => state.scenario)
  const hasScenario = useDesignStore((state) => state.design?.scenarios.some(({ name }) => name === ran?.name) ?? false)
  const shown = useScenario()?.scenario.name
  // While a run streams nothing here changes with it.
  const snapshot = useSnapshot(false)
  const words = phaseWords(phase, snapshot?.nowMs ?? 0, snapshot?.durationMs ?? 0)
  const isOther = ran !== null && phase !== 'running' && hasScenario && ran.name !== shown
  return (
    <>
      {words && <Chip tone={phase === 'failed' ? 'danger' : 'warning'}>{words}</Chip>}
      {isOther && <Chip>Results of {ran.name}</Chip>}
    </>
  )
}
