const words = new DataView(new ArrayBuffer(8))

/** `Double.toHexString(double)`: "0x1.8p1" for 3.0. */
export function hexDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  const size = Math.abs(value)
  if (size === Infinity) return `${sign}Infinity`
  if (size === 0) return `${sign}0x0.0p0`
  words.setFloat64(0, size)
  const bits = words.getBigUint64(0)
  const exponent = Number(bits >> 52n)
  const fraction = (bits & 0xf_ffff_ffff_ffffn)
    .toString(16)
    .padStart(13, '0')
    .replace(/0{1,12}$/, '')
  return exponent === 0 ? `${sign}0x0.${fraction}p-1022` : `${sign}0x1.${fraction}p${exponent - 1023}`
}

/** `Float.toHexString(float)`: as the double, but for the small numbers that only a double writes in full. */
export function hexFloat(value: number): string {
  const size = Math.abs(value)
  if (size === 0 || size >= 2 ** -126 || Number.isNaN(value)) return hexDouble(value)
  return hexDouble(value * 2 ** (-1022 + 126)).replace(/-1022$/, '-126')
}
