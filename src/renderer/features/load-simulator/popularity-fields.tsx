import { patchMembers } from '@shared/design/edits/update-in'
import type { Popularity } from '@shared/design/scenario'
import { NumberField, SelectField } from '../../ui/fields'
import type { Change } from './use-scenario'

export const DISTRIBUTIONS: readonly { readonly value: Popularity['distribution']; readonly label: string }[] = [
  { value: 'UNIFORM', label: 'UNIFORM' },
  { value: 'ZIPF', label: 'ZIPF' },
]

export interface PopularityFieldsProps {
  /** "Callers", "Items". */
  readonly label: string
  readonly value: Popularity | undefined
  readonly pointer: string
  readonly onChange: Change<Popularity | undefined>
}

/** How many different things there are, and whether some are asked for more often. An empty count means one. */
export function PopularityFields({ label, value, pointer, onChange }: PopularityFieldsProps) {
  return (
    <div className="gw-sim-pair">
      <NumberField
        label={label}
        min={1}
        integer
        placeholder="1"
        value={value?.count}
        pointer={`${pointer}/count`}
        onChange={(count) =>
          onChange(count === undefined ? undefined : { distribution: 'UNIFORM', ...value, count }, `${pointer}/count`)
        }
      />
      {value && <SpreadFields label={label} value={value} pointer={pointer} onChange={onChange} />}
    </div>
  )
}

/** UNIFORM or ZIPF, with Zipf's exponent. */
export function SpreadFields<
  T extends { readonly distribution: Popularity['distribution']; readonly exponent?: number },
>({
  label,
  value,
  pointer,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly pointer: string
  readonly onChange: Change<T>
}) {
  return (
    <>
      <SelectField
        label={`${label}, popularity`}
        value={value.distribution}
        options={DISTRIBUTIONS}
        pointer={`${pointer}/distribution`}
        onChange={(chosen) => {
          const distribution = chosen === 'ZIPF' ? 'ZIPF' : 'UNIFORM'
          onChange({ ...value, distribution }, `${pointer}/distribution`)
        }}
      />
      {value.distribution === 'ZIPF' && (
        <NumberField
          label={`${label}, exponent`}
          min={0}
          max={10}
          placeholder="1"
          value={value.exponent}
          pointer={`${pointer}/exponent`}
          onChange={(exponent) =>
            onChange(patchMembers<{ exponent?: number } & T>(value, { exponent } as Partial<T>), `${pointer}/exponent`)
          }
        />
      )}
    </>
  )
}
