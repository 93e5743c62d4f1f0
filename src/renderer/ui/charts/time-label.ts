import { formatDuration, formatNumber } from '../format'

/** A time of a run as its axis shows it: "1:30"; in runs under ten seconds with fractions, "0.5 s". */
export function timeLabel(timeMs: number, durationMs: number): string {
  return durationMs < 10_000 ? `${formatNumber(timeMs / 1000)} s` : formatDuration(Math.floor(timeMs / 1000))
}
