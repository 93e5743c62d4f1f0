import { Button } from '@mantine/core'
import { DEFAULT_RETRY_ATTEMPTS, DEFAULT_RETRY_STATUSES, type RetryPolicy } from '@shared/design/scenario'
import { patchMembers } from '@shared/design/edits/update-in'
import { TextField } from '../../ui/fields'
import { NumberMember, SelectMember } from './member-fields'
import { retryConsequence } from './retry-words'
import { problemOfStatuses, statusesOf } from './status-list'
import type { Change } from './use-scenario'

const TYPES = [
  { value: 'FIXED', label: 'FIXED, after the same time' },
  { value: 'EXPONENTIAL', label: 'EXPONENTIAL, doubling' },
]
const JITTERS = [
  { value: 'NONE', label: 'NONE' },
  { value: 'FULL', label: 'FULL' },
]
const NEW_RETRY: RetryPolicy = { type: 'EXPONENTIAL', delayMs: 100, jitter: 'FULL' }

export interface RetryFieldsProps {
  readonly retry: RetryPolicy | undefined
  readonly pointer: string
  readonly onChange: Change<RetryPolicy | undefined>
}

/** What clients do when they are refused. */
export function RetryFields({ retry, pointer, onChange }: RetryFieldsProps) {
  if (retry === undefined) {
    return (
      <div className="gw-sim-item">
        <span className="gw-sim-note">Refused requests are not sent again.</span>
        <Button size="compact-xs" onClick={() => onChange(NEW_RETRY, pointer)}>
          Add retries
        </Button>
      </div>
    )
  }
  return (
    <div className="gw-sim-pair">
      <RetryTimes retry={retry} pointer={pointer} onChange={onChange} />
      <div className="gw-sim-wide">
        <Statuses retry={retry} pointer={pointer} onChange={onChange} />
      </div>
      <NumberMember
        of={retry}
        member="budget"
        label="Budget, retries per request"
        placeholder="no limit"
        isWide
        pointer={pointer}
        onChange={onChange}
      />
      <p className="gw-sim-consequence gw-sim-wide">{retryConsequence(retry)}</p>
      <Button className="gw-sim-remove" onClick={() => onChange(undefined, pointer)}>
        Remove retries
      </Button>
    </div>
  )
}

interface PolicyProps {
  readonly retry: RetryPolicy
  readonly pointer: string
  readonly onChange: Change<RetryPolicy>
}

function RetryTimes({ retry, pointer, onChange }: PolicyProps) {
  const shared = { of: retry, pointer, onChange }
  const isExponential = retry.type === 'EXPONENTIAL'
  return (
    <>
      <SelectMember {...shared} member="type" label="Retries" options={TYPES} isWide />
      <NumberMember {...shared} member="delayMs" label={isExponential ? 'First delay' : 'Delay'} unit="ms" />
      <NumberMember
        {...shared}
        member="maxAttempts"
        label="Attempts"
        min={1}
        max={100}
        integer
        placeholder={String(DEFAULT_RETRY_ATTEMPTS)}
      />
      {isExponential && (
        <>
          <NumberMember {...shared} member="maxDelayMs" label="Longest delay" unit="ms" placeholder="20000" />
          <SelectMember {...shared} member="jitter" label="Jitter" options={JITTERS} fallback="FULL" />
        </>
      )}
    </>
  )
}

function Statuses({ retry, pointer, onChange }: PolicyProps) {
  const at = `${pointer}/statuses`
  return (
    <TextField
      label="After statuses"
      mono
      placeholder={DEFAULT_RETRY_STATUSES.join(', ')}
      value={retry.statuses?.join(', ') ?? ''}
      pointer={at}
      validate={problemOfStatuses}
      onChange={(text) => onChange(patchMembers(retry, { statuses: statusesOf(text) }), at)}
    />
  )
}
