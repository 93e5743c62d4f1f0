import type { SimulationResult, SimulationRow } from '@shared/contract/simulation'
import { checkText, metricText, numberText, usdText } from '../check-text'
import { htmlTable, type TableCell } from './html-table'
import { safeHtml, type Markup } from './markup'
import { outcomeText } from './outcome-text'
import type { ReportColour } from './report-colours'

/** How every request ended. */
export function outcomeTable({ byOutcome, totals }: SimulationResult): Markup {
  const rows = Object.entries(byOutcome)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]): TableCell[] => {
      const { text, info } = outcomeText(name)
      const colour = info?.family ?? 'served'
      return [
        text,
        info === null ? '' : String(info.status),
        numberText(count),
        ...shareCells(count, totals.requests, colour),
      ]
    })
  return htmlTable({
    caption: 'How requests ended',
    columns: [
      { label: 'Outcome' },
      { label: 'Status', kind: 'number' },
      { label: 'Requests', kind: 'number' },
      { label: 'Share', kind: 'number' },
      { label: '', kind: 'meter' },
    ],
    rows,
    total: ['All', '', numberText(totals.requests), '', ''],
  })
}

/** Routes, or API keys, that requests came for. */
export function rowTable(caption: string, label: string, rows: readonly SimulationRow[]): Markup {
  const busy = rows.filter(({ requests }) => requests > 0).toSorted((a, b) => b.requests - a.requests)
  return htmlTable({
    caption,
    columns: [
      { label },
      { label: 'Requests', kind: 'number' },
      { label: 'Admitted', kind: 'number' },
      { label: 'Throttled', kind: 'number' },
      { label: 'Share throttled', kind: 'number' },
      { label: '', kind: 'meter' },
    ],
    rows: busy.map(({ key, requests, admitted, throttled }) => [
      key === '' ? 'no key' : key,
      ...[requests, admitted, throttled].map((count) => numberText(count)),
      ...shareCells(throttled, requests, 'throttled'),
    ]),
  })
}

export function checkTable({ checks }: SimulationResult): Markup {
  return htmlTable({
    caption: 'What has to hold',
    columns: [{ label: 'Check' }, { label: 'It was', kind: 'number' }, { label: 'Result' }],
    rows: checks.map((check) => [
      checkText(check),
      metricText(check.metric, check.actual),
      check.passed
        ? safeHtml`<strong class="passed">✓ passed</strong>`
        : safeHtml`<strong class="failed">✗ failed</strong>`,
    ]),
  })
}

/** The limits and how much of them the busiest second used. */
export function headroomTable({ answers }: SimulationResult): Markup {
  return htmlTable({
    caption: 'Headroom: the busiest second against each limit',
    columns: [
      { label: 'Limit' },
      { label: 'Used', kind: 'number' },
      { label: 'Allowed', kind: 'number' },
      { label: 'Share', kind: 'number' },
      { label: '', kind: 'meter' },
    ],
    rows: answers.headroom.map(({ label, used, limit }) => [
      label,
      numberText(used, 1),
      numberText(limit, 1),
      ...shareCells(used, limit, used > limit ? 'error' : 'p95'),
    ]),
  })
}

export function costTable({ cost }: SimulationResult): Markup {
  return htmlTable({
    caption: 'What a month of this traffic costs',
    columns: [
      { label: 'Line' },
      { label: 'Quantity', kind: 'number' },
      { label: 'How it was worked out' },
      { label: 'A month', kind: 'number' },
    ],
    rows: cost.lines.map(({ label, quantity, unit, detail, usd }) => [
      label,
      `${numberText(quantity, 1)} ${unit}`,
      safeHtml`<span class="quiet">${detail}</span>`,
      usdText(usd),
    ]),
    total: ['Total', '', '', usdText(cost.total)],
  })
}

/** "12.5 %" and a bar of that length. */
function shareCells(part: number, whole: number, colour: ReportColour): TableCell[] {
  const share = whole > 0 ? part / whole : 0
  const width = Math.max(0, Math.min(1, share)) * 100
  return [
    `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 1)} %`,
    safeHtml`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" rx="1" fill="var(--grid)" />
      <rect width="${width.toFixed(2)}" height="8" rx="1" fill="var(--${colour})" />
    </svg>`,
  ]
}
