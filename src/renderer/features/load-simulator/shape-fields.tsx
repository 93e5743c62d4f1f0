import { ACCESS_LOG_FORMATS, type TrafficShape } from '@shared/design/scenario'
import { SelectField, TextField } from '../../ui/fields'
import { CalendarFields } from './calendar-fields'
import { changeShape } from './change-shape'
import { LatencyFields } from './latency-fields'
import { NumberMember, SelectMember } from './member-fields'
import { SHAPE_OPTIONS, type SpannedShape } from './shape-catalog'
import { StepList } from './step-list'
import type { Change } from './use-scenario'

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
          options={SHAPE_OPTIONS}
          pointer={`${pointer}/type`}
          onChange={(value) => {
            const type = SHAPE_OPTIONS.find((known) => known.value === value)?.value
            if (type) onChange(changeShape(shape, type), `${pointer}/type`)
          }}
        />
      </div>
      <RateFields shape={shape} pointer={pointer} onChange={onChange} />
    </div>
  )
}

function RateFields({ shape, pointer, onChange }: ShapeFieldsProps) {
  const shared = { pointer, onChange }
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return (
        <>
          <NumberMember {...shared} of={shape} member="ratePerSecond" label="Rate" unit="requests/s" isWide />
          <SpanFields {...shared} shape={shape} />
        </>
      )
    case 'RAMP':
      return (
        <>
          <NumberMember {...shared} of={shape} member="fromRatePerSecond" label="Rate at start" unit="/s" />
          <NumberMember {...shared} of={shape} member="toRatePerSecond" label="Rate at end" unit="/s" />
          <SpanFields {...shared} shape={shape} />
        </>
      )
    case 'BURST':
      return <BurstFields {...shared} shape={shape} />
    case 'STEPS':
      return <StepList {...shared} shape={shape} />
    case 'SPIKE':
      return <SpikeFields {...shared} shape={shape} />
    case 'DAILY':
    case 'WEEKLY':
      return <CalendarFields {...shared} shape={shape} />
    case 'CLOSED_LOOP':
      return <UserFields {...shared} shape={shape} />
    case 'REPLAY':
      return <ReplayFields {...shared} shape={shape} />
  }
}

interface FieldsOf<Type extends TrafficShape['type']> {
  readonly shape: Extract<TrafficShape, { readonly type: Type }>
  readonly pointer: string
  readonly onChange: Change<TrafficShape>
}

function SpanFields({ shape, ...shared }: FieldsOf<SpannedShape['type']>) {
  return (
    <>
      <NumberMember {...shared} of={shape} member="from" label="From" unit="s" placeholder="0" />
      <NumberMember {...shared} of={shape} member="to" label="To" unit="s" placeholder="end" />
    </>
  )
}

function BurstFields({ shape, ...shared }: FieldsOf<'BURST'>) {
  return (
    <>
      <NumberMember {...shared} of={shape} member="count" label="Requests" integer />
      <NumberMember {...shared} of={shape} member="at" label="At" unit="s" />
      <NumberMember {...shared} of={shape} member="spreadInSeconds" label="Spread over" unit="s" placeholder="0" />
      <NumberMember {...shared} of={shape} member="everyInSeconds" label="Again every" unit="s" placeholder="never" />
    </>
  )
}

function SpikeFields({ shape, ...shared }: FieldsOf<'SPIKE'>) {
  return (
    <>
      <NumberMember {...shared} of={shape} member="ratePerSecond" label="Rate" unit="/s" />
      <NumberMember {...shared} of={shape} member="peakRatePerSecond" label="Peak" unit="/s" />
      <NumberMember {...shared} of={shape} member="at" label="Rises at" unit="s" />
      <NumberMember {...shared} of={shape} member="riseInSeconds" label="Rises for" unit="s" placeholder="0" />
      <NumberMember {...shared} of={shape} member="holdInSeconds" label="Holds for" unit="s" placeholder="0" />
      <NumberMember {...shared} of={shape} member="fallInSeconds" label="Falls for" unit="s" placeholder="0" />
    </>
  )
}

function UserFields({ shape, ...shared }: FieldsOf<'CLOSED_LOOP'>) {
  const { pointer, onChange } = shared
  return (
    <>
      <NumberMember {...shared} of={shape} member="users" label="Users" min={1} max={100_000} integer />
      <NumberMember {...shared} of={shape} member="rampUpInSeconds" label="Ramp up" unit="s" placeholder="0" />
      <LatencyFields
        label="Think time"
        latency={shape.thinkTime}
        pointer={`${pointer}/thinkTime`}
        onChange={(thinkTime, at) => onChange({ ...shape, thinkTime }, at)}
      />
      <SpanFields {...shared} shape={shape} />
    </>
  )
}

const FORMATS = ACCESS_LOG_FORMATS.map((value) => ({ value, label: value }))

function ReplayFields({ shape, pointer, onChange }: FieldsOf<'REPLAY'>) {
  return (
    <>
      <div className="gw-sim-wide">
        <TextField
          label="Access log"
          mono
          placeholder="logs/monday.jsonl"
          value={shape.file}
          help="A file beside the project, by its path from there."
          pointer={`${pointer}/file`}
          onChange={(file) => onChange({ ...shape, file }, `${pointer}/file`)}
        />
      </div>
      <SelectMember
        of={shape}
        member="format"
        label="Format"
        options={FORMATS}
        absent="Found out"
        pointer={pointer}
        onChange={onChange}
      />
      <NumberMember
        of={shape}
        member="speed"
        label="Speed"
        unit="times"
        min={0.001}
        placeholder="1"
        pointer={pointer}
        onChange={onChange}
      />
    </>
  )
}
