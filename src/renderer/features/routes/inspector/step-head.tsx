import type { ReactNode } from 'react'
import { StepIcon } from '../../../ui/pipeline/step-icon'
import type { LadderStep } from '../../../ui/pipeline/ladder-step'

export interface StepHeadProps {
  readonly step: LadderStep
  readonly title: string
  /** What the step does, in a sentence or two. */
  readonly children: ReactNode
}

/** The head of an inspector: which step this is and what it does. */
export function StepHead({ step, title, children }: StepHeadProps) {
  return (
    <>
      <div className="gw-inspector-head">
        <StepIcon step={step} />
        <h2>{title}</h2>
      </div>
      <p className="gw-inspector-text">{children}</p>
    </>
  )
}
