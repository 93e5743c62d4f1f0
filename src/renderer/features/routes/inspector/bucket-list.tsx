import { Chip } from '../../../ui/chip'
import { formatNumber } from '../../../ui/format'
import { PanelSection } from '../../../ui/panel-section'
import { bucketsOfRoute, type RouteBucket } from '../buckets-of-route'
import { bucketAdvice } from '../bucket-advice'
import type { RouteContext } from '../route-context'
import './bucket-list.css'

/** Every bucket a request could meet, in evaluation order, the tightest marked. */
export function BucketList({ route }: { readonly route: RouteContext }) {
  const buckets = bucketsOfRoute(route)
  const advice = bucketAdvice(route, buckets)
  return (
    <PanelSection title="Buckets in order">
      <ol className="gw-buckets">
        {buckets.map((bucket, index) => (
          <Bucket key={index} bucket={bucket} />
        ))}
      </ol>
      {advice !== '' && <p className="gw-inspector-note">{advice}</p>}
    </PanelSection>
  )
}

function Bucket({ bucket: { level, label, limit, decides } }: { readonly bucket: RouteBucket }) {
  return (
    <li data-level={level} data-decides={decides} data-off={limit === null || undefined}>
      <span className="gw-bucket-mark" aria-hidden="true" />
      <span className="gw-bucket-label">{label}</span>
      {decides && <Chip tone="warning">decides</Chip>}
      <span className="gw-bucket-limit gw-mono">
        {limit === null ? 'not set' : `${formatNumber(limit.rateLimit)} / ${formatNumber(limit.burstLimit)}`}
      </span>
    </li>
  )
}
