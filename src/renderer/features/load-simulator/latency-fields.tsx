import type { LatencyDistribution } from '@shared/design/scenario'
import { SelectField, TextField } from '../../ui/fields'
import { withDistribution } from './latency-words'
import { NumberMember } from './member-fields'
import { numbersOf, problemOfNumbers } from './number-list'
import type { Change } from './use-scenario'

type Kind = LatencyDistribution['distribution']

const DISTRIBUTIONS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'CONSTANT', label: 'CONSTANT' },
  { value: 'UNIFORM', label: 'UNIFORM, between two' },
  { value: 'NORMAL', label: 'NORMAL' },
  { value: 'LOGNORMAL', label: 'LOGNORMAL, a long tail' },
  { value: 'EXPONENTIAL', label: 'EXPONENTIAL' },
  { value: 'EMPIRICAL', label: 'EMPIRICAL, measured times' },
]

export interface LatencyFieldsProps {
  readonly latency: LatencyDistribution
  /** "Latency", "Think time". */
  readonly label?: string
  /** ".../latency". */
  readonly pointer: string
  readonly onChange: Change<LatencyDistribution>
}

/** How long something takes. */
export function LatencyFields({ latency, label = 'Latency', pointer, onChange }: LatencyFieldsProps) {
  return (
    <>
      <div className="gw-sim-wide">
        <SelectField
          label={label}
          value={latency.distribution}
          options={DISTRIBUTIONS}
          pointer={`${pointer}/distribution`}
          onChange={(value) => {
            const chosen = DISTRIBUTIONS.find((known) => known.value === value)?.value
            if (chosen) onChange(withDistribution(latency, chosen), `${pointer}/distribution`)
          }}
        />
      </div>
      <LatencyNumbers latency={latency} pointer={pointer} onChange={onChange} />
    </>
  )
}

function LatencyNumbers({ latency, pointer, onChange }: Omit<LatencyFieldsProps, 'label'>) {
  const shared = { pointer, onChange, unit: 'ms' }
  switch (latency.distribution) {
    case 'CONSTANT':
      return <NumberMember {...shared} of={latency} member="valueMs" label="Always" />
    case 'UNIFORM':
      return (
        <>
          <NumberMember {...shared} of={latency} member="minMs" label="From" />
          <NumberMember {...shared} of={latency} member="maxMs" label="To" />
        </>
      )
    case 'NORMAL':
      return (
        <>
          <NumberMember {...shared} of={latency} member="meanMs" label="Mean" />
          <NumberMember {...shared} of={latency} member="standardDeviationMs" label="Deviation" />
        </>
      )
    case 'LOGNORMAL':
      return (
        <>
          <NumberMember {...shared} of={latency} member="medianMs" label="Median" />
          <NumberMember {...shared} unit={undefined} max={5} of={latency} member="sigma" label="Sigma" />
        </>
      )
    case 'EXPONENTIAL':
      return <NumberMember {...shared} of={latency} member="meanMs" label="Mean" />
    case 'EMPIRICAL':
      return (
        <div className="gw-sim-wide">
          <MeasuredTimes latency={latency} pointer={pointer} onChange={onChange} />
        </div>
      )
  }
}

type Empirical = Extract<LatencyDistribution, { distribution: 'EMPIRICAL' }>

function MeasuredTimes({
  latency,
  pointer,
  onChange,
}: {
  readonly latency: Empirical
  readonly pointer: string
  readonly onChange: Change<LatencyDistribution>
}) {
  return (
    <TextField
      label="Times in ms"
      mono
      multiline
      value={latency.valuesMs.join(', ')}
      help="Separated by commas, spaces or lines; drawn from by straight lines between them."
      pointer={`${pointer}/valuesMs`}
      validate={problemOfNumbers}
      onChange={(text) => {
        const parsed = numbersOf(text)
        if ('numbers' in parsed) onChange({ ...latency, valuesMs: parsed.numbers }, `${pointer}/valuesMs`)
      }}
    />
  )
}
