import { Button } from '@mantine/core'
import type { BackendModel } from '@shared/design/scenario'
import { patchMembers } from '@shared/design/edits/update-in'
import { backendConsequence } from './backend-words'
import { LatencyFields } from './latency-fields'
import { NumberMember, SelectMember, SwitchMember } from './member-fields'
import { OutageList } from './outage-list'
import type { Change } from './use-scenario'

const WHEN_BUSY = [
  { value: 'REFUSE', label: 'REFUSE' },
  { value: 'QUEUE', label: 'QUEUE' },
]
const NEW_COLD_START = { latency: { distribution: 'LOGNORMAL', medianMs: 400, sigma: 0.3 } } as const
const NO_LIMIT = 'Set “Calls at a time” first: without a limit nothing waits'
const NO_QUEUE = 'Choose QUEUE first: REFUSE has no queue'

export interface BackendFieldsProps {
  readonly model: BackendModel
  readonly pointer: string
  readonly onChange: Change<BackendModel>
}

/** Everything about how one backend answers. */
export function BackendFields({ model, pointer, onChange }: BackendFieldsProps) {
  const shared = { of: model, pointer, onChange }
  const hasLimit = model.concurrencyLimit !== undefined
  return (
    <div className="gw-sim-pair">
      <LatencyFields
        latency={model.latency}
        pointer={`${pointer}/latency`}
        onChange={(latency, at) => onChange({ ...model, latency }, at)}
      />
      <NumberMember {...shared} member="errorRate" label="Errors" isShare placeholder="0" />
      <NumberMember {...shared} member="timeoutRate" label="Never answer" isShare placeholder="0" />
      <NumberMember
        {...shared}
        member="concurrencyLimit"
        label="Calls at a time"
        min={1}
        integer
        placeholder="no limit"
      />
      <SelectMember
        {...shared}
        member="whenBusy"
        label="When busy"
        options={WHEN_BUSY}
        fallback="REFUSE"
        disabledReason={hasLimit ? undefined : NO_LIMIT}
      />
      <NumberMember
        {...shared}
        member="queueLimit"
        label="Calls that wait"
        integer
        placeholder="no limit"
        disabledReason={model.whenBusy === 'QUEUE' ? undefined : NO_QUEUE}
      />
      <NumberMember {...shared} member="responseBytes" label="Answer size" unit="bytes" integer placeholder="small" />
      <p className="gw-sim-consequence gw-sim-wide">{backendConsequence(model)}</p>
      <SwitchMember
        {...shared}
        member="isPersonal"
        label="Personal answers"
        help="The answer is about its caller: from the cache it must reach nobody else."
        isWide
      />
      <div className="gw-sim-wide">
        <ColdStartFields model={model} pointer={`${pointer}/coldStart`} onChange={onChange} />
      </div>
      <div className="gw-sim-wide">
        <OutageList
          outages={model.outages}
          pointer={`${pointer}/outages`}
          onChange={(outages, at) => onChange(patchMembers(model, { outages }), at)}
        />
      </div>
    </div>
  )
}

function ColdStartFields({ model, pointer, onChange }: BackendFieldsProps) {
  const { coldStart } = model
  if (coldStart === undefined) {
    return (
      <div className="gw-sim-item">
        <span className="gw-sim-note">Always warm</span>
        <Button size="compact-xs" onClick={() => onChange({ ...model, coldStart: NEW_COLD_START }, pointer)}>
          Add cold starts
        </Button>
      </div>
    )
  }
  return (
    <fieldset className="gw-sim-part">
      <legend>Cold start</legend>
      <div className="gw-sim-pair">
        <LatencyFields
          label="Takes longer by"
          latency={coldStart.latency}
          pointer={`${pointer}/latency`}
          onChange={(latency, at) => onChange({ ...model, coldStart: { ...coldStart, latency } }, at)}
        />
        <NumberMember
          of={coldStart}
          member="idleTimeoutInSeconds"
          label="Idle instances go after"
          unit="s"
          placeholder="600"
          isWide
          pointer={pointer}
          onChange={(next, at) => onChange({ ...model, coldStart: next }, at)}
        />
      </div>
      <Button
        className="gw-sim-remove"
        onClick={() => onChange(patchMembers(model, { coldStart: undefined }), pointer)}
      >
        Remove cold starts
      </Button>
    </fieldset>
  )
}
