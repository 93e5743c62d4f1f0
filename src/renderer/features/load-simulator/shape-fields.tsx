import type { TrafficShape } from '@shared/design/scenario'
import { patchMembers } from '@shared/design/edits/update-in'
import { NumberField, SelectField } from '../../ui/fields'
import { changeShape } from './change-shape'
import type { Change } from './use-scenario'

const SHAPES: readonly { readonly value: TrafficShape['type']; readonly label: string }[] = [
  { value: 'CONSTANT', label: 'CONSTANT, evenly spaced' },
  { value: 'POISSON', label: 'POISSON, independent' },
  { value: 'BURST', label: 'BURST, many at once' },
  { value: 'RAMP', label: 'RAMP, from one rate to another' },
]

export interface ShapeFieldsProps {
  readonly shape: TrafficShape
  /** "/scenarios/0/sources/0/shape". */
  readonly pointer: string
  readonly onChange: Change<TrafficShape>
}

/** How the requests of a source come over time. */
export function ShapeFields({ shape, pointer, onChange }: ShapeFieldsProps) {
  return (
    <div className="gw-sim-pair">
      <div className="gw-sim-wide">
        <SelectField
          label="Shape"
          value={shape.type}
          options={SHAPES}
          pointer={`${pointer}/type`}
          onChange={(value) => {
            const type = SHAPES.find((known) => known.value === value)?.value
            if (type) onChange(changeShape(shape, type), `${pointer}/type`)
          }}
        />
      </div>
      <RateFields shape={shape} pointer={pointer} onChange={onChange} />
    </div>
  )
}

function RateFields({ shape, pointer, onChange }: ShapeFieldsProps) {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return (
        <>
          <ShapeNumber
            label="Rate"
            unit="requests/s"
            isWide
            member="ratePerSecond"
            value={shape.ratePerSecond}
            pointer={pointer}
            onChange={(ratePerSecond = 0, at) => onChange({ ...shape, ratePerSecond }, at)}
          />
          <SpanFields shape={shape} pointer={pointer} onChange={onChange} />
        </>
      )
    case 'RAMP':
      return (
        <>
          <ShapeNumber
            label="Rate at start"
            unit="/s"
            member="fromRatePerSecond"
            value={shape.fromRatePerSecond}
            pointer={pointer}
            onChange={(fromRatePerSecond = 0, at) => onChange({ ...shape, fromRatePerSecond }, at)}
          />
          <ShapeNumber
            label="Rate at end"
            unit="/s"
            member="toRatePerSecond"
            value={shape.toRatePerSecond}
            pointer={pointer}
            onChange={(toRatePerSecond = 0, at) => onChange({ ...shape, toRatePerSecond }, at)}
          />
          <SpanFields shape={shape} pointer={pointer} onChange={onChange} />
        </>
      )
    case 'BURST':
      return <BurstFields shape={shape} pointer={pointer} onChange={onChange} />
  }
}

type Spanned = Exclude<TrafficShape, { type: 'BURST' }>

function SpanFields({
  shape,
  pointer,
  onChange,
}: {
  readonly shape: Spanned
  readonly pointer: string
  readonly onChange: Change<TrafficShape>
}) {
  return (
    <>
      <ShapeNumber
        label="From"
        unit="s"
        member="from"
        value={shape.from}
        placeholder="0"
        pointer={pointer}
        onChange={(from, at) => onChange(patchMembers<Spanned>(shape, { from }), at)}
      />
      <ShapeNumber
        label="To"
        unit="s"
        member="to"
        value={shape.to}
        placeholder="end"
        pointer={pointer}
        onChange={(to, at) => onChange(patchMembers<Spanned>(shape, { to }), at)}
      />
    </>
  )
}

type Burst = Extract<TrafficShape, { type: 'BURST' }>

function BurstFields({
  shape,
  pointer,
  onChange,
}: {
  readonly shape: Burst
  readonly pointer: string
  readonly onChange: Change<TrafficShape>
}) {
  return (
    <>
      <ShapeNumber
        label="Requests"
        member="count"
        integer
        value={shape.count}
        pointer={pointer}
        onChange={(count = 0, at) => onChange({ ...shape, count }, at)}
      />
      <ShapeNumber
        label="At"
        unit="s"
        member="at"
        value={shape.at}
        pointer={pointer}
        onChange={(start = 0, at) => onChange({ ...shape, at: start }, at)}
      />
      <ShapeNumber
        label="Spread over"
        unit="s"
        member="spreadInSeconds"
        value={shape.spreadInSeconds}
        placeholder="0"
        pointer={pointer}
        onChange={(spreadInSeconds, at) => onChange(patchMembers<Burst>(shape, { spreadInSeconds }), at)}
      />
      <ShapeNumber
        label="Again every"
        unit="s"
        member="everyInSeconds"
        value={shape.everyInSeconds}
        placeholder="never"
        pointer={pointer}
        onChange={(everyInSeconds, at) => onChange(patchMembers<Burst>(shape, { everyInSeconds }), at)}
      />
    </>
  )
}

interface ShapeNumberProps {
  readonly label: string
  readonly unit?: string
  readonly member: string
  readonly value: number | undefined
  /** What an empty field means; without it a value is required. */
  readonly placeholder?: string
  readonly integer?: boolean
  readonly isWide?: boolean
  readonly pointer: string
  onChange(value: number | undefined, pointer: string): void
}

function ShapeNumber({ member, pointer, isWide, onChange, ...field }: ShapeNumberProps) {
  const at = `${pointer}/${member}`
  return (
    <div className={isWide ? 'gw-sim-wide' : undefined}>
      <NumberField
        {...field}
        min={0}
        required={field.placeholder === undefined}
        pointer={at}
        onChange={(value) => onChange(value, at)}
      />
    </div>
  )
}
