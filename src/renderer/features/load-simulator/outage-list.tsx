import type { Outage } from '@shared/design/scenario'
import { AddButton, RemoveButton } from './add-button'
import { NumberMember, SelectMember } from './member-fields'
import type { Change } from './use-scenario'

const TYPES = [
  { value: 'ERROR', label: 'ERROR' },
  { value: 'TIMEOUT', label: 'TIMEOUT' },
]

export interface OutageListProps {
  readonly outages: readonly Outage[] | undefined
  readonly pointer: string
  readonly onChange: Change<readonly Outage[] | undefined>
}

/** Times at which a backend does not work. */
export function OutageList({ outages = [], pointer, onChange }: OutageListProps) {
  const put = (next: readonly Outage[], at: string): void => onChange(next.length === 0 ? undefined : next, at)
  const last = outages[outages.length - 1]
  const from = (last?.to ?? 0) + 30
  return (
    <div className="gw-sim-rows">
      {outages.map((outage, index) => {
        const shared = {
          of: outage,
          pointer: `${pointer}/${index}`,
          onChange: (next: Outage, at: string) => put(outages.with(index, next), at),
        }
        const suffix = index === 0 ? '' : `, outage ${index + 1}`
        return (
          <div key={index} className="gw-sim-row-fields gw-sim-row-lines">
            <NumberMember {...shared} member="from" label={`Out from${suffix}`} unit="s" />
            <NumberMember {...shared} member="to" label={`To${suffix}`} unit="s" />
            <RemoveButton
              label={`Remove outage ${index + 1}`}
              onClick={() => put(outages.toSpliced(index, 1), pointer)}
            />
            <div className="gw-sim-wide">
              <SelectMember {...shared} member="type" label={`How${suffix}`} options={TYPES} />
            </div>
          </div>
        )
      })}
      <div className="gw-sim-item">
        <span className="gw-sim-note">{outages.length === 0 ? 'No outages' : 'Add an outage'}</span>
        <AddButton
          label="Add outage"
          onClick={() => put([...outages, { from, to: from + 30, type: 'ERROR' }], pointer)}
        />
      </div>
    </div>
  )
}
