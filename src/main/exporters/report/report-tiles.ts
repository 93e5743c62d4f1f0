import type { SimulationResult } from '@shared/contract/simulation'
import { numberText, usdText } from '../check-text'
import { safeHtml, type Markup } from './markup'

/** The figures that a reader looks for first. */
export function reportTiles({ totals, cache, latency, authorizer, cost, durationInSeconds }: SimulationResult): Markup {
  const { requests } = totals
  const served = requests - totals.throttled - totals.quotaExceeded - totals.denied - totals.rejected - totals.errors
  const throttled = totals.throttled + totals.quotaExceeded
  const tiles: readonly (readonly [name: string, value: string, note: string])[] = [
    ['Offered', numberText(requests), `${numberText(requests / Math.max(durationInSeconds, 1e-9), 1)} a second`],
    ['Served', share(served, requests), numberText(served)],
    ['Throttled', share(throttled, requests), numberText(throttled)],
    ...(cache.hitRatio === null
      ? []
      : [['Cache hit ratio', share(cache.hitRatio, 1), `${numberText(cache.hits)} hits`] as const]),
    [
      'Latency p95',
      `${numberText(latency.p95)} ms`,
      `p50 ${numberText(latency.p50)} ms, p99 ${numberText(latency.p99)} ms`,
    ],
    ...(authorizer.calls + authorizer.hits === 0
      ? []
      : [['Authorizer calls', numberText(authorizer.calls), `${numberText(authorizer.hits)} from its cache`] as const]),
    ['Cost', usdText(cost.total), 'a month of this traffic'],
  ]
  const parts = tiles.map(
    ([name, value, note]) =>
      safeHtml`<div class="tile">
        <dt>${name}</dt>
        <dd>${value}</dd>
        <dd class="note">${note}</dd>
      </div>`,
  )
  return safeHtml`<dl class="tiles">${parts}</dl>`
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${numberText((part / whole) * 100, 1)} %`
}
