import { patchMembers } from '@shared/design/edits/update-in'
import type { Popularity, PopularityOver } from '@shared/design/scenario'
import { NumberField, SelectField } from '../../ui/fields'
import { NumberMember } from './member-fields'
import type { Change } from './use-scenario'

type Kind = Popularity['distribution']

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'UNIFORM', label: 'UNIFORM' },
  { value: 'ZIPF', label: 'ZIPF' },
  { value: 'HOT_SET', label: 'HOT_SET' },
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
      {value && (
        <>
          <SelectField
            label={`${label}, popularity`}
            value={value.distribution}
            options={KINDS}
            pointer={`${pointer}/distribution`}
            onChange={(chosen) => onChange(withKind(value, chosen), `${pointer}/distribution`)}
          />
          <KindFields label={label} value={value} pointer={pointer} onChange={onChange} />
        </>
      )}
    </div>
  )
}

/** Another law with members of its own; those of the others go. A hot set begins as a tenth that gets nine tenths. */
function withKind(value: Popularity, chosen: string): Popularity {
  const distribution = KINDS.find((kind) => kind.value === chosen)?.value ?? 'UNIFORM'
  const bare = { count: value.count, distribution }
  return distribution === 'HOT_SET'
    ? { ...bare, hotCount: Math.max(1, Math.round(value.count / 10)), hotShare: 0.9 }
    : bare
}

function KindFields({ label, value, pointer, onChange }: PopularityFieldsProps & { readonly value: Popularity }) {
  if (value.distribution === 'UNIFORM') return null
  if (value.distribution === 'ZIPF') {
    return <ExponentField label={label} value={value} pointer={pointer} onChange={onChange} />
  }
  const shared = { of: value, pointer, onChange }
  return (
    <>
      <NumberMember
        {...shared}
        member="hotCount"
        label={`${label}, hot`}
        min={1}
        max={value.count}
        integer
        placeholder="1"
      />
      <NumberMember {...shared} member="hotShare" label={`${label}, hot share`} isShare placeholder="0" />
    </>
  )
}

type Spread = Pick<Popularity, 'exponent'>

function ExponentField<T extends Spread>({
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
    <NumberField
      label={`${label}, exponent`}
      min={0}
      max={10}
      placeholder="1"
      value={value.exponent}
      pointer={`${pointer}/exponent`}
      onChange={(exponent) =>
        onChange(patchMembers<Spread & T>(value, { exponent } as Partial<T>), `${pointer}/exponent`)
      }
    />
  )
}

/** UNIFORM or ZIPF over named things, with Zipf's exponent. */
export function SpreadFields({
  label,
  value,
  pointer,
  onChange,
}: {
  readonly label: string
  readonly value: PopularityOver
  readonly pointer: string
  readonly onChange: Change<PopularityOver>
}) {
  return (
    <>
      <SelectField
        label={`${label}, popularity`}
        value={value.distribution}
        options={KINDS.filter((kind) => kind.value !== 'HOT_SET')}
        pointer={`${pointer}/distribution`}
        onChange={(chosen) => {
          const distribution = chosen === 'ZIPF' ? 'ZIPF' : 'UNIFORM'
          onChange({ ...value, distribution }, `${pointer}/distribution`)
        }}
      />
      {value.distribution === 'ZIPF' && (
        <ExponentField label={label} value={value} pointer={pointer} onChange={onChange} />
      )}
    </>
  )
}
