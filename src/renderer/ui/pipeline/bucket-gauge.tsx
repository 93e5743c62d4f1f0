import { formatNumber } from '../format'
import type { LadderBucket } from './ladder-row'
import './bucket-gauge.css'

export interface BucketGaugeProps extends LadderBucket {
  /** Tokens in the bucket now; full when absent, as a bucket is before the first request. */
  readonly tokens?: number
}

/** One token bucket: its rate and burst, and how full it is. */
export function BucketGauge({ level, label, rateLimit, burstLimit, decides, tokens }: BucketGaugeProps) {
  const filled = tokens ?? burstLimit
  const share = burstLimit === 0 ? 0 : Math.min(1, Math.max(0, filled / burstLimit))
  const name =
    tokens === undefined
      ? `${label}, ${formatNumber(rateLimit)} requests/s, burst ${formatNumber(burstLimit)}`
      : `${label}, ${formatNumber(tokens)} of ${formatNumber(burstLimit)}`
  return (
    <span
      className="gw-gauge"
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={burstLimit}
      aria-valuenow={filled}
      title={name}
      data-testid="bucket-gauge"
      data-level={level}
      data-decides={decides}
    >
      <span className="gw-gauge-head">
        <span className="gw-gauge-label">{label}</span>
        <span className="gw-gauge-figure gw-numbers">
          {tokens === undefined ? `${inThousands(rateLimit)} / ${inThousands(burstLimit)}` : inTokens(tokens)}
        </span>
      </span>
      <span className="gw-gauge-track">
        <span className="gw-gauge-fill" style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  )
}

/** What is left: decimals only where they decide. */
function inTokens(tokens: number): string {
  return formatNumber(tokens < 100 ? Math.floor(tokens * 10) / 10 : Math.floor(tokens))
}

/** 2000 -> "2k": four gauges must fit a line; the name has the full figure. */
function inThousands(value: number): string {
  return value >= 1000 ? `${formatNumber(value / 1000)}k` : formatNumber(value)
}
