import type { FigureUnit } from '@shared/lessons/lesson'
import { formatCount, formatMs, formatNumber, formatShare } from '../../ui/format'

const TEXTS: { readonly [unit in FigureUnit]: (value: number) => string } = {
  calls: (value) => (value < 100 ? formatNumber(Math.round(value * 10) / 10) : formatCount(value)),
  share: formatShare,
  ms: formatMs,
  s: (value) => `${formatCount(value)} s`,
  times: (value) => `${formatNumber(value)} times`,
  usd: (value) => `$${value.toFixed(2)}`,
}

/** A figure with its unit: 0.149, "share" -> "14.9 %". */
export function figureText(value: number, unit: FigureUnit): string {
  return TEXTS[unit](value)
}
