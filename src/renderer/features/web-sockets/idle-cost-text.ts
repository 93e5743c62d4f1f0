import { formatUsd } from '../../ui/format-usd'

/** US dollars with as many digits as a small sum needs: "$0.0329", "$1.10", "$2,364". */
export function idleCostText(usd: number): string {
  return usd > 0 && usd < 1 ? `$${Number(usd.toPrecision(3))}` : formatUsd(usd)
}
