import type { Flow, FlowExit } from './flow-numbers'

/** Sizes of the drawing in pixels. */
export const FLOW = { row: 38, text: 26, gap: 8, spine: 40, left: 12, minBand: 1.5 } as const

/** One row as it is drawn: the spine above and below its exit, and the band that leaves. */
export interface FlowRow {
  readonly exit: FlowExit
  readonly top: number
  /** Grows with the band, so that the band stays clear of the next row's words. */
  readonly height: number
  readonly widthBefore: number
  readonly widthAfter: number
  /** Thickness of the band; 0 when nothing leaves. */
  readonly band: number
}

/**
 * The spine is as wide as the share still under way. A band is as thick as the spine gets narrower, so that nothing is lost to the eye;
 * one too thin to be seen is drawn at its least thickness.
 */
export function flowRows(flow: Flow): FlowRow[] {
  const widthOf = (count: number): number => (flow.offered > 0 ? (count / flow.offered) * FLOW.spine : 0)
  let top: number = FLOW.row
  return flow.exits.map((exit) => {
    const band = exit.count > 0 ? Math.max(FLOW.minBand, widthOf(exit.count)) : 0
    const height = Math.max(FLOW.row, FLOW.text + band + FLOW.gap)
    const row = { exit, top, height, widthBefore: widthOf(exit.arriving), widthAfter: widthOf(exit.leaving), band }
    top += height
    return row
  })
}

/** Where the row of what the backends answered begins. */
export function flowEnd(rows: readonly FlowRow[]): number {
  const last = rows[rows.length - 1]
  return last ? last.top + last.height : FLOW.row
}

/** Where a row's requests turn off the spine: above the band, so that it bends downwards. */
export function turnOf(row: FlowRow): number {
  return row.top + FLOW.row * 0.3
}

/** The left spine as one closed path from the client down to the backend. */
export function spinePath(rows: readonly FlowRow[]): string {
  const first = rows[0]
  if (first === undefined) return ''
  const start = FLOW.row * 0.5
  const end = flowEnd(rows) + FLOW.row * 0.5
  const steps = rows.flatMap((row) => [
    `L ${right(row.widthBefore)} ${round(turnOf(row))}`,
    `L ${right(row.widthAfter)} ${round(turnOf(row) + row.band)}`,
  ])
  const last = rows[rows.length - 1]?.widthAfter ?? 0
  return `M ${FLOW.left} ${start} L ${right(first.widthBefore)} ${start} ${steps.join(' ')} L ${right(last)} ${end} L ${FLOW.left} ${end} Z`
}

function right(width: number): number {
  return round(FLOW.left + width)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
