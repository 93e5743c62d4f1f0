/** Digits that a proposed rate has. */
const DIGITS = 3

/** The numbers of three digits above a rate, as steps: 1 is the next one. From 0 on they begin at 0.001. */
export function roundRateAbove(rate: number, step: number): number {
  const first = rate <= 0 ? 100 : Math.floor(mantissaOf(rate) + 1e-9)
  const exponent = rate <= 0 ? -5 : exponentOf(rate)
  const position = first - 100 + step
  const decades = Math.floor(position / 900)
  return scaled(100 + position - decades * 900, exponent + decades)
}

/** 105.3 -> 105.3, 2,000 -> 200: from 100 up to 1,000. */
function mantissaOf(rate: number): number {
  return rate / 10 ** exponentOf(rate)
}

function exponentOf(rate: number): number {
  return Number(rate.toExponential(15).split('e')[1]) - (DIGITS - 1)
}

/** Through its digits, so that it is the very number a person writes. */
function scaled(mantissa: number, exponent: number): number {
  return Number(`${mantissa}e${exponent}`)
}
