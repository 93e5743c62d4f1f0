import { formatMs } from '../../ui/format'

/** The time of one render: "0.3 ms"; what rounds to nothing is "< 0.1 ms". */
export function shortMs(ms: number): string {
  return ms < 0.05 ? '< 0.1 ms' : formatMs(ms)
}
