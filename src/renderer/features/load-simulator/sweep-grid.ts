import type { MetricEstimate, SweepCell } from '@shared/contract/sweep'

/** A sweep over one or two settings as rows and columns; one axis alone is a single row. */
export interface SweepGrid {
  /** Of the first axis. */
  readonly columns: readonly number[]
  /** Of the second axis, from the largest down, as in a chart; one entry without it. */
  readonly rows: readonly number[]
  /** By row, then column; null where no run has come to its end. */
  readonly cells: readonly (readonly (SweepCell | null)[])[]
}

export function sweepGrid(
  axes: readonly { readonly values: readonly number[] }[],
  cells: readonly SweepCell[],
): SweepGrid {
  const columns = axes[0]?.values ?? []
  const rows = (axes[1]?.values ?? [NaN]).toReversed()
  const byKey = new Map(cells.map((cell) => [cell.values.join(), cell]))
  return {
    columns,
    rows,
    cells: rows.map((row) =>
      columns.map((column) => byKey.get((axes.length > 1 ? [column, row] : [column]).join()) ?? null),
    ),
  }
}

/** Shades that are told apart. */
export const HEAT_LEVELS = 7

/** The least and greatest mean of a metric; null when no cell has one. */
export function metricSpan(cells: readonly SweepCell[], metric: number): readonly [number, number] | null {
  const means = cells.flatMap((cell) => {
    const mean = cell.metrics[metric]?.mean ?? NaN
    return Number.isFinite(mean) ? [mean] : []
  })
  return means.length === 0 ? null : [Math.min(...means), Math.max(...means)]
}

/** The shade of a value between the least and the greatest: 0 to 6, in equal steps; 0 when all are alike. */
export function heatLevel(value: number, [least, most]: readonly [number, number]): number {
  if (!(most > least)) return 0
  return Math.min(HEAT_LEVELS - 1, Math.max(0, Math.floor(((value - least) / (most - least)) * HEAT_LEVELS)))
}

/** The estimate of a cell; null when it is not there or has no value (no lookups, no answers). */
export function estimateOf(cell: SweepCell | null, metric: number): MetricEstimate | null {
  const estimate = cell?.metrics[metric]
  return estimate !== undefined && Number.isFinite(estimate.mean) ? estimate : null
}

/** Where an arrow key leads in a grid, not beyond its edges; null for other keys. */
export function cellAfterKey(
  key: string,
  [row, column]: readonly [number, number],
  { rows, columns }: Pick<SweepGrid, 'rows' | 'columns'>,
): readonly [number, number] | null {
  const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1]
  switch (key) {
    case 'ArrowUp':
      return [Math.max(0, row - 1), column]
    case 'ArrowDown':
      return [Math.min(lastRow, row + 1), column]
    case 'ArrowLeft':
      return [row, Math.max(0, column - 1)]
    case 'ArrowRight':
      return [row, Math.min(lastColumn, column + 1)]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, lastColumn]
    default:
      return null
  }
}
