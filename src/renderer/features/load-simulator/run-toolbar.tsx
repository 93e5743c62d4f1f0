import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconChartGridDots,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconPlayerTrackNext,
  IconRepeat,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { restartRun, runOrPause, stepRun } from '../../stores/run-actions'
import { isUnderWay, useRunStore, type RunPhase } from '../../stores/run-store'
import { useSimulateViewStore } from '../../stores/simulate-view-store'
import { ActionButton } from '../../ui/action-button'
import { CompareMenu } from './compare-menu'
import { ExportMenu } from './export-menu'
import { Scrubber } from './scrubber'
import { SpeedChoice } from './speed-choice'
import { useApi, useScenario } from './use-scenario'

/** Everything that moves the run in time, and what can be done with it. */
export function RunToolbar() {
  return (
    <div className="gw-sim-toolbar" role="toolbar" aria-label="Run">
      <RunButton />
      <StepButtons />
      <SpeedChoice />
      <Scrubber />
      <span className="gw-sim-toolbar-end">
        <CompareMenu />
        <SweepButton />
        <ExportMenu />
      </span>
    </div>
  )
}

const RUN_TOOLTIPS: { readonly [phase in RunPhase]?: string } = {
  running: 'Pause the run (Ctrl+Enter or Space)',
  paused: 'Go on with the run (Ctrl+Enter or Space)',
}

function RunButton() {
  const phase = useRunStore((state) => state.phase)
  const scenario = useScenario()?.scenario
  const whyNot = useWhyNotRun()
  const isRunning = phase === 'running'
  const Shape = isRunning ? IconPlayerPause : IconPlayerPlay
  return (
    <ActionButton
      testId="sim-run"
      className="gw-sim-run"
      attributes={{ 'data-state': phase }}
      variant="filled"
      leftSection={<Shape size={16} stroke={1.6} />}
      disabledReason={isUnderWay(phase) ? null : whyNot}
      tooltip={RUN_TOOLTIPS[phase] ?? 'Run the scenario (Ctrl+Enter or Space)'}
      onClick={() => runOrPause(scenario)}
    >
      {isRunning ? 'Pause' : 'Run'}
    </ActionButton>
  )
}

/** Why no run can begin; null when one can. */
function useWhyNotRun(): string | null {
  const hasScenario = useScenario() !== null
  const hasApi = useApi() !== undefined
  return !hasApi ? 'Add an API first' : hasScenario ? null : 'Add a scenario first'
}

function StepButtons() {
  const scenario = useScenario()?.scenario
  const whyNot = useWhyNotRun()
  const phase = useRunStore((state) => state.phase)
  const icon = { size: 16, stroke: 1.6 }
  const whyNotStop = isUnderWay(phase) ? null : 'No run is under way'
  return (
    <span className="gw-sim-steps">
      <ToolIcon
        label="Step one second"
        keys="."
        testId="sim-step"
        disabledReason={whyNot}
        onClick={() => void stepRun(scenario, 'SECOND')}
      >
        <IconPlayerSkipForward {...icon} />
      </ToolIcon>
      <ToolIcon
        label="Step to the next event"
        testId="sim-step-event"
        disabledReason={whyNot}
        onClick={() => void stepRun(scenario, 'EVENT')}
      >
        <IconPlayerTrackNext {...icon} />
      </ToolIcon>
      <ToolIcon
        label="Start again"
        keys="Home"
        testId="sim-restart"
        disabledReason={whyNot}
        onClick={() => restartRun(scenario)}
      >
        <IconRepeat {...icon} />
      </ToolIcon>
      <ToolIcon
        label="Cancel the run"
        testId="sim-cancel"
        disabledReason={whyNotStop}
        onClick={() => void useRunStore.getState().cancel()}
      >
        <IconPlayerStop {...icon} />
      </ToolIcon>
    </span>
  )
}

function SweepButton() {
  const view = useSimulateViewStore((state) => state.view)
  const isOpen = view === 'sweep' || view === 'seek'
  const open = useSimulateViewStore((state) => state.open)
  return (
    <ToolIcon
      label="Sweep a setting"
      testId="sim-sweep"
      isPressed={isOpen}
      disabledReason={useWhyNotRun()}
      onClick={() => open(isOpen ? 'run' : 'sweep')}
    >
      <IconChartGridDots size={16} stroke={1.6} />
    </ToolIcon>
  )
}

interface ToolIconProps {
  /** Verb plus object. */
  readonly label: string
  readonly keys?: string
  readonly testId: string
  readonly isPressed?: boolean
  /** Why it cannot be used now: it stays focusable and says so. */
  readonly disabledReason: string | null
  readonly children: ReactNode
  onClick(): void
}

function ToolIcon({ label, keys, testId, isPressed, disabledReason, children, onClick }: ToolIconProps) {
  const text = disabledReason ?? (keys === undefined ? label : `${label} (${keys})`)
  return (
    <Tooltip label={text}>
      <ActionIcon
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={disabledReason !== null || undefined}
        aria-description={disabledReason ?? undefined}
        data-off={disabledReason !== null || undefined}
        data-testid={testId}
        onClick={() => {
          if (disabledReason === null) onClick()
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
