import type { MetricEstimate, SweepCell } from '@shared/contract/sweep'

/** A sweep as scripts get it. */
export interface SweepReport {
  readonly scenario: string
  readonly durationInSeconds: number
  readonly seeds: readonly number[]
  readonly axes: readonly { readonly pointer: string; readonly values: readonly number[] }[]
  readonly metrics: readonly string[]
  /** In the order of the values, the last setting changing fastest. */
  readonly cells: readonly SweepCell[]
  readonly elapsedMs: number
}

/** A line for each cell, or for each figure where only seeds differ. */
export function sweepText(report: SweepReport): string {
  const { scenario, durationInSeconds, seeds, axes, metrics, cells } = report
  const runs = (cells.length * seeds.length).toLocaleString('en-US')
  const head = `${scenario}: ${runs} runs of ${durationInSeconds.toLocaleString('en-US')} s, ${seedText(seeds)}`
  const rows =
    axes.length === 0
      ? metrics.map((metric, at) => [metric, estimateText(cells[0]!.metrics[at]!)])
      : [
          [...axes.map(({ pointer }) => lastPart(pointer)), ...metrics],
          ...cells.map(({ values, metrics: of }) => [...values.map(String), ...of.map(estimateText)]),
        ]
  const pointers = axes.map(({ pointer }) => `  ${lastPart(pointer)}: ${pointer}`)
  return [head, ...(pointers.length === 0 ? [] : ['', ...pointers]), '', ...aligned(rows)].join('\n')
}

function seedText(seeds: readonly number[]): string {
  return seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds[0]} to ${seeds.at(-1)}, mean and 95 % interval`
}

/** "/account/throttleSettings/burstLimit" -> "burstLimit". */
function lastPart(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1)
}

function estimateText({ mean, low, high }: MetricEstimate): string {
  return low === high ? figure(mean) : `${figure(mean)} (${figure(low)} to ${figure(high)})`
}

function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 })
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padStart(widths[column]!)).join('  ')}`)
}
