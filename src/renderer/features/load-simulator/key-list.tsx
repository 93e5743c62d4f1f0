import type { PopularityOver } from '@shared/design/scenario'
import { SelectField } from '../../ui/fields'
import { RemoveButton } from './add-button'
import { SpreadFields } from './popularity-fields'
import type { Change } from './use-scenario'

export interface KeyListProps {
  readonly value: PopularityOver | undefined
  /** Names of all API keys of the project. */
  readonly names: readonly string[]
  readonly pointer: string
  readonly onChange: Change<PopularityOver | undefined>
}

/** The API keys a source's requests carry, the most used first. */
export function KeyList({ value, names, pointer, onChange }: KeyListProps) {
  const chosen = value?.names ?? []
  const others = names.filter((name) => !chosen.includes(name))
  const put = (next: readonly string[]): void =>
    onChange(next.length === 0 ? undefined : { distribution: 'ZIPF', ...value, names: next }, `${pointer}/names`)
  return (
    <>
      {chosen.map((name) => (
        <div key={name} className="gw-sim-item">
          <span className="gw-mono">{name}</span>
          <RemoveButton label={`Remove key ${name}`} onClick={() => put(chosen.filter((other) => other !== name))} />
        </div>
      ))}
      {others.length > 0 && (
        <SelectField
          label="Add API key"
          value=""
          options={[{ value: '', label: 'Choose an API key' }, ...others.map((name) => ({ value: name, label: name }))]}
          pointer={`${pointer}/names`}
          onChange={(name) => {
            if (name !== '') put([...chosen, name])
          }}
        />
      )}
      {value && chosen.length > 1 && (
        <div className="gw-sim-pair">
          <SpreadFields label="Keys" value={value} pointer={pointer} onChange={onChange} />
        </div>
      )}
    </>
  )
}
