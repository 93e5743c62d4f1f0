import type { TrafficShape } from '@shared/design/scenario'
import { AddButton, RemoveButton } from './add-button'
import { NumberMember } from './member-fields'
import type { Change } from './use-scenario'

type Steps = Extract<TrafficShape, { readonly type: 'STEPS' }>

export interface StepListProps {
  readonly shape: Steps
  readonly pointer: string
  readonly onChange: Change<TrafficShape>
}

/** The stretches of a run, each with its rate until the next begins. */
export function StepList({ shape, pointer, onChange }: StepListProps) {
  const { steps } = shape
  const at = `${pointer}/steps`
  const put = (next: Steps['steps'], where: string): void => onChange({ ...shape, steps: next }, where)
  const last = steps[steps.length - 1]
  return (
    <div className="gw-sim-wide gw-sim-rows">
      {steps.map((step, index) => (
        <div key={index} className="gw-sim-row-fields">
          <NumberMember
            of={step}
            member="at"
            label={index === 0 ? 'From' : `From, step ${index + 1}`}
            unit="s"
            pointer={`${at}/${index}`}
            onChange={(next, where) => put(steps.with(index, next), where)}
          />
          <NumberMember
            of={step}
            member="ratePerSecond"
            label={index === 0 ? 'Rate' : `Rate, step ${index + 1}`}
            unit="/s"
            pointer={`${at}/${index}`}
            onChange={(next, where) => put(steps.with(index, next), where)}
          />
          <RemoveButton label={`Remove step ${index + 1}`} onClick={() => put(steps.toSpliced(index, 1), at)} />
        </div>
      ))}
      <div className="gw-sim-item">
        <span className="gw-sim-note">{steps.length === 0 ? 'No steps: nothing is sent.' : 'Add a step'}</span>
        <AddButton
          label="Add step"
          onClick={() => put([...steps, { at: (last?.at ?? -60) + 60, ratePerSecond: last?.ratePerSecond ?? 100 }], at)}
        />
      </div>
    </div>
  )
}
