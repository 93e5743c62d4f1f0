import type { TypedTraffic } from '@shared/contract/cost'
import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import { NumberField, SelectField } from '../../ui/fields'

export interface TrafficFieldsProps {
  readonly traffic: TypedTraffic
  /** WebSocket connections are asked for as well. */
  readonly hasConnections: boolean
  onChange(traffic: TypedTraffic): void
}

/** How much goes through the API in a month. */
export function TrafficFields({ traffic, hasConnections, onChange }: TrafficFieldsProps) {
  return (
    <div className="gw-field-row">
      <NumberField
        label="Requests per month"
        pointer="/traffic/requestsPerMonth"
        value={traffic.requestsPerMonth}
        min={0}
        max={1e12}
        integer
        onChange={(value) => onChange({ ...traffic, requestsPerMonth: value ?? 0 })}
      />
      <NumberField
        label="Answer"
        pointer="/traffic/responseBytes"
        unit="KB"
        value={traffic.responseBytes / 1024}
        min={0}
        max={10_240}
        onChange={(value) => onChange({ ...traffic, responseBytes: Math.round((value ?? 0) * 1024) })}
      />
      <SelectField
        label="Cache of a REST API"
        pointer="/traffic/cacheGb"
        value={traffic.cacheGb ?? ''}
        options={[
          { value: '', label: 'None' },
          ...CACHE_CLUSTER_SIZES.map((size) => ({ value: size, label: `${size} GB` })),
        ]}
        onChange={(value) =>
          onChange({ ...traffic, cacheGb: CACHE_CLUSTER_SIZES.find((size) => size === value) ?? null })
        }
      />
      {hasConnections && (
        <NumberField
          label="Open connections"
          pointer="/traffic/openConnections"
          value={traffic.openConnections}
          min={0}
          max={1e7}
          onChange={(value) => onChange({ ...traffic, openConnections: value ?? 0 })}
        />
      )}
    </div>
  )
}
