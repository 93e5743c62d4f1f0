import { IconArrowsLeftRight, IconPlugConnected, IconRoute, IconStack2 } from '@tabler/icons-react'
import type { SampleInfo } from '@shared/contract/app-info'
import { createFromSample } from '../../stores/project-actions'
import { Chip } from '../../ui/chip'

const TYPE_NAMES = { REST: 'REST', HTTP: 'HTTP', WEBSOCKET: 'WebSocket' } as const
const ICONS = { REST: IconRoute, HTTP: IconArrowsLeftRight, WEBSOCKET: IconPlugConnected } as const

function typeName({ protocolTypes }: SampleInfo): string {
  const [first] = protocolTypes
  return protocolTypes.length === 1 && first ? TYPE_NAMES[first] : `${protocolTypes.length} APIs`
}

function SampleCard({ sample }: { readonly sample: SampleInfo }) {
  const [first] = sample.protocolTypes
  const Icon = sample.protocolTypes.length === 1 && first ? ICONS[first] : IconStack2
  return (
    <button
      type="button"
      className="gw-sample"
      data-testid="sample-card"
      data-sample={sample.name}
      aria-label={`${sample.title}, ${typeName(sample)}. ${sample.description}`}
      onClick={() => void createFromSample(sample.name)}
    >
      <span className="gw-sample-icon">
        <Icon size={18} stroke={1.4} aria-hidden />
      </span>
      <span className="gw-sample-words">
        <span className="gw-sample-title">
          {sample.title} <Chip tone="outline">{typeName(sample)}</Chip>
        </span>{' '}
        <span>{sample.description}</span>
      </span>
    </button>
  )
}

export function SampleList({ samples }: { readonly samples: readonly SampleInfo[] }) {
  if (samples.length === 0) return null
  return (
    <section aria-labelledby="samples-title">
      <h2 id="samples-title" className="gw-welcome-heading">
        Start from a sample
      </h2>
      <div className="gw-samples">
        {samples.map((sample) => (
          <SampleCard key={sample.name} sample={sample} />
        ))}
      </div>
      <p className="gw-samples-note">A sample is copied into your projects folder. Change it as you like.</p>
    </section>
  )
}
