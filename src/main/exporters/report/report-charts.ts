import type { SeriesName, Snapshot } from '@shared/contract/snapshot'
import { numberText } from '../check-text'
import type { ChartSeries } from './chart-series'
import { safeHtml, NOTHING, type Markup } from './markup'
import { chartFigure, type Chart } from './svg-chart'

/** Where a cache is worth its price, and where it hardly helps. Source: the rules of thumb of guide 000, "Caching". */
const CACHE_TARGET = 0.8
const CACHE_FLOOR = 0.5
/** Buckets drawn: the emptiest ones. */
const MOST_BUCKETS = 4

type Drawn = Omit<ChartSeries, 'values'> & { readonly name: SeriesName }

const OUTCOMES: readonly Drawn[] = [
  { name: 'served', label: 'backend', colour: 'served', draw: 'area' },
  { name: 'cacheHit', label: 'cache', colour: 'cacheHit', draw: 'area' },
  { name: 'rejected', label: 'refused by validation', colour: 'rejected', draw: 'area', pattern: 'dots' },
  { name: 'denied', label: 'denied', colour: 'denied', draw: 'area', pattern: 'vertical' },
  { name: 'throttled', label: 'throttled', colour: 'throttled', draw: 'area', pattern: 'diagonal' },
  { name: 'error', label: 'errors (5xx)', colour: 'error', draw: 'area', pattern: 'cross' },
  { name: 'offered', label: 'offered', colour: 'offered', draw: 'line', dash: '4 3', width: 1.25 },
]

const LATENCIES: readonly Drawn[] = [
  { name: 'latencyP50', label: 'p50', colour: 'p50', draw: 'line', width: 1.25 },
  { name: 'latencyP95', label: 'p95', colour: 'p95', draw: 'line', width: 1.75 },
  { name: 'latencyP99', label: 'p99', colour: 'p99', draw: 'line', dash: '5 3', width: 1.75 },
]

const STATUSES: readonly Drawn[] = [
  { name: 'status2xx', label: '2xx', colour: 's2xx', draw: 'area' },
  { name: 'status4xx', label: '4xx but 429', colour: 's4xx', draw: 'area', pattern: 'dots' },
  { name: 'status429', label: '429', colour: 's429', draw: 'area', pattern: 'diagonal' },
  { name: 'status5xx', label: '5xx', colour: 's5xx', draw: 'area', pattern: 'cross' },
]

const HIT_RATIO: readonly Drawn[] = [
  { name: 'cacheHitRatio', label: 'hit ratio', colour: 'cacheHit', draw: 'line', width: 1.75 },
]

/** The charts that have something to show. */
export function reportCharts(snapshot: Snapshot): Markup {
  const charts = [
    requestsChart(snapshot),
    latencyChart(snapshot),
    statusChart(snapshot),
    cacheChart(snapshot),
    bucketChart(snapshot),
  ].filter((chart) => chart.series.length > 0)
  if (charts.length === 0) return NOTHING
  return safeHtml`<div class="charts">${charts.map((chart, index) => chartFigure(chart, `chart${index}`))}</div>`
}

function requestsChart(snapshot: Snapshot): Chart {
  const series = shown(snapshot, OUTCOMES, 'positive')
  return { title: 'Requests', unit: 'a second', isWide: true, series, ...stepOf(snapshot), valueText: compact }
}

function latencyChart(snapshot: Snapshot): Chart {
  const series = shown(snapshot, LATENCIES, 'present')
  return { title: 'Latency', unit: 'milliseconds', series, ...stepOf(snapshot), valueText: compact }
}

function statusChart(snapshot: Snapshot): Chart {
  const series = shown(snapshot, STATUSES, 'positive')
  return { title: 'Status codes', unit: 'a second', series, ...stepOf(snapshot), valueText: compact }
}

function cacheChart(snapshot: Snapshot): Chart {
  const marks = [
    { value: CACHE_TARGET, label: 'target' },
    { value: CACHE_FLOOR, label: 'floor' },
  ]
  const series = shown(snapshot, HIT_RATIO, 'present')
  return {
    title: 'Cache hit ratio',
    unit: 'of look-ups',
    series,
    ...stepOf(snapshot),
    valueText: percent,
    max: 1,
    marks,
  }
}

/** How full the fullest used buckets were, as a share of what they hold. */
function bucketChart(snapshot: Snapshot): Chart {
  const colours = ['level1', 'level2', 'level3', 'level4'] as const
  const dashes = ['', '6 3', '2 2', '8 3 2 3']
  const levels = snapshot.buckets
    .map(({ label, burstLimit }, index) => {
      const tokens = snapshot.bucketSeries[index] ?? new Float64Array(0)
      return { label, values: Array.from(tokens, (level) => (burstLimit > 0 ? level / burstLimit : Number.NaN)) }
    })
    .map((bucket) => ({ ...bucket, least: Math.min(...bucket.values.filter((value) => !Number.isNaN(value))) }))
    .filter(({ least }) => least < 1)
    .sort((a, b) => a.least - b.least)
    .slice(0, MOST_BUCKETS)
  const series = levels.map(({ label, values }, index): ChartSeries => {
    return { label, values, colour: colours[index]!, draw: 'line', dash: dashes[index]!, width: 1.75 }
  })
  return { title: 'Token buckets', unit: 'tokens left', series, ...stepOf(snapshot), valueText: percent, max: 1 }
}

/** Series with a value above 0, or with any value at all. */
function shown(snapshot: Snapshot, drawn: readonly Drawn[], needs: 'positive' | 'present'): ChartSeries[] {
  return drawn.flatMap(({ name, ...series }) => {
    const values = snapshot.series[name]
    const has = values.some((value) => (needs === 'positive' ? value > 0 : !Number.isNaN(value)))
    return has ? [{ ...series, values }] : []
  })
}

function stepOf({ stepMs }: Snapshot): { readonly stepSeconds: number } {
  return { stepSeconds: stepMs / 1000 }
}

function compact(value: number): string {
  if (value >= 1e6) return `${numberText(value / 1e6, 2)} M`
  return value >= 10_000 ? `${numberText(value / 1e3, 1)} k` : numberText(value, value < 10 ? 2 : 0)
}

function percent(value: number): string {
  return `${numberText(value * 100)} %`
}
