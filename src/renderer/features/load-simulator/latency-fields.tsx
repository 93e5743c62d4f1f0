import type { LatencyDistribution } from '@shared/design/scenario'
import { NumberField, SelectField } from '../../ui/fields'
import { withDistribution } from './latency-words'
import type { Change } from './use-scenario'

const DISTRIBUTIONS: readonly { readonly value: LatencyDistribution['distribution']; readonly label: string }[] = [
  { value: 'CONSTANT', label: 'CONSTANT' },
  { value: 'LOGNORMAL', label: 'LOGNORMAL' },
  { value: 'EXPONENTIAL', label: 'EXPONENTIAL' },
]

export interface LatencyFieldsProps {
  readonly latency: LatencyDistribution
  /** ".../latency". */
  readonly pointer: string
  readonly onChange: Change<LatencyDistribution>
}

/** How long an answer takes. */
export function LatencyFields({ latency, pointer, onChange }: LatencyFieldsProps) {
  return (
    <>
      <div className="gw-sim-wide">
        <SelectField
          label="Latency"
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

function LatencyNumbers({ latency, pointer, onChange }: LatencyFieldsProps) {
  switch (latency.distribution) {
    case 'CONSTANT':
      return (
        <NumberField
          label="Always"
          unit="ms"
          min={0}
          required
          value={latency.valueMs}
          pointer={`${pointer}/valueMs`}
          onChange={(valueMs = 0) => onChange({ ...latency, valueMs }, `${pointer}/valueMs`)}
        />
      )
    case 'LOGNORMAL':
      return (
        <>
          <NumberField
            label="Median"
            unit="ms"
            min={0}
            required
            value={latency.medianMs}
            pointer={`${pointer}/medianMs`}
            onChange={(medianMs = 0) => onChange({ ...latency, medianMs }, `${pointer}/medianMs`)}
          />
          <NumberField
            label="Sigma"
            min={0}
            max={5}
            required
            value={latency.sigma}
            pointer={`${pointer}/sigma`}
            onChange={(sigma = 0) => onChange({ ...latency, sigma }, `${pointer}/sigma`)}
          />
        </>
      )
    case 'EXPONENTIAL':
      return (
        <NumberField
          label="Mean"
          unit="ms"
          min={0}
          required
          value={latency.meanMs}
          pointer={`${pointer}/meanMs`}
          onChange={(meanMs = 0) => onChange({ ...latency, meanMs }, `${pointer}/meanMs`)}
        />
      )
  }
}
