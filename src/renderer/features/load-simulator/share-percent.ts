/** 0.001 -> 0.1: a share as the percentage shown, without rounding dust. */
export function percentOf(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Number((share * 100).toPrecision(12))
}

/** 0.1 -> 0.001. */
export function shareOf(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Number((percent / 100).toPrecision(12))
}
