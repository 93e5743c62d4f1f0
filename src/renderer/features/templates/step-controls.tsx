import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconArrowBarToDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTemplateStore } from '../../stores/template-store'
import { placeWords } from './loop-words'
import {
  runToCaret,
  stepBack,
  stepForward,
  stepToEnd,
  stepToStart,
  stopStepping,
  whyNotRunToCaret,
} from './step-actions'
import { useCurrentStep } from './use-current-step'
import { useStepReason } from './use-step-reason'

/** Moves through the recording, and says where stepping stands. */
export function StepControls() {
  const reason = useStepReason()
  const isStepping = useTemplateStore((state) => state.cursor !== null)
  const icon = { size: 16, stroke: 1.6 }
  return (
    <div className="gw-tpl-steps" role="toolbar" aria-label="Stepping">
      <StepPlace />
      <StepIcon label="First step" reason={reason} onClick={stepToStart} icon={<IconChevronsLeft {...icon} />} />
      <StepIcon label="Step back" reason={reason} onClick={stepBack} icon={<IconChevronLeft {...icon} />} />
      <StepIcon label="Step forward" reason={reason} onClick={stepForward} icon={<IconChevronRight {...icon} />} />
      <RunToCaretButton />
      <StepIcon label="Last step" reason={reason} onClick={stepToEnd} icon={<IconChevronsRight {...icon} />} />
      <StepIcon
        label="End stepping"
        reason={isStepping ? null : 'Nothing is stepped through'}
        onClick={stopStepping}
        icon={<IconX {...icon} />}
      />
    </div>
  )
}

function StepPlace() {
  const step = useCurrentStep()
  const text = step === null ? 'at the end' : `at ${placeWords(step)}`
  return (
    <span className="gw-tpl-step-place" role="status" data-testid="template-step-place" title={text}>
      {text}
    </span>
  )
}

function RunToCaretButton() {
  const reason = useTemplateStore(whyNotRunToCaret)
  return (
    <StepIcon
      label="Run to cursor"
      reason={reason}
      onClick={runToCaret}
      icon={<IconArrowBarToDown size={16} stroke={1.6} />}
    />
  )
}

interface StepIconProps {
  readonly label: string
  readonly reason: string | null
  readonly icon: ReactNode
  onClick(): void
}

function StepIcon({ label, reason, icon, onClick }: StepIconProps) {
  return (
    <Tooltip label={reason ?? label}>
      <ActionIcon
        size={24}
        aria-label={label}
        aria-disabled={reason !== null || undefined}
        aria-description={reason ?? undefined}
        onClick={() => reason === null && onClick()}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
