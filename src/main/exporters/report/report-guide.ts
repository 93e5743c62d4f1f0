import { safeHtml, type Markup } from './markup'

const GUIDE: readonly (readonly [term: string, meaning: string])[] = [
  ['Offered', 'Every request that came, whatever became of it. The areas of the first chart add up to it.'],
  ['Admitted', 'Passed every throttle and quota; it may still have failed in the backend.'],
  [
    'Throttled',
    'Refused with 429 because a token bucket was empty. A bucket holds its burst limit and gains its rate limit each second.',
  ],
  ['Share', 'Of the requests in the same row, or of all requests.'],
  [
    'p50, p95, p99',
    'Half, 95 % and 99 % of the answered requests took at most this long. Refused requests are not counted.',
  ],
  ['Token buckets', 'What the busiest limits had left. Where a line touches the bottom, requests are being refused.'],
  ['Cost', 'List prices, before taxes and without a free tier, for a month that goes on like this run.'],
  ['Simulated', 'No request left the computer. The same seed and the same design give the same figures.'],
]

/** What the words of the report mean. */
export function reportGuide(): Markup {
  return safeHtml`<h2>How to read it</h2>
    <dl class="guide">
      ${GUIDE.map(
        ([term, meaning]) =>
          safeHtml`<dt>${term}</dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>`
}
