/** A number in digits, never with an exponent: 1e21 is "1000000000000000000000", 1e-7 is "0.0000001". */
export function decimalText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value)) ?? []
  return exponent === undefined ? String(value) : `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`
}
