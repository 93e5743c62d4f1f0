import type { BucketLevel } from '@shared/contract/simulation'
import { formatNumber } from '../../ui/format'
import { BucketGauge } from '../../ui/pipeline/bucket-gauge'

/** What was in each bucket that the request met, in the order they were asked. */
export function WhyBuckets({ buckets }: { readonly buckets: readonly BucketLevel[] }) {
  if (buckets.length === 0) return null
  const least = Math.min(...buckets.map(({ tokens }) => tokens))
  return (
    <section className="gw-sim-why-buckets" aria-label="Buckets at that moment">
      <h3>Buckets at that moment</h3>
      <ul>
        {buckets.map((bucket) => (
          <li key={`${bucket.level} ${bucket.label}`} data-testid="why-bucket" data-tokens={bucket.tokens}>
            <BucketGauge {...bucket} decides={bucket.tokens === least} />
            <span className="gw-sim-note gw-numbers">
              {formatNumber(Math.floor(bucket.tokens * 100) / 100)} of {formatNumber(bucket.burstLimit)},{' '}
              {formatNumber(bucket.rateLimit)}/s
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
