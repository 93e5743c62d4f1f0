/** The digits of a number above zero: 0.DIGITS x 10^exponent, without trailing zeros ("25", 1 is 2.5; "1", 3 is 100). */
export interface DecimalDigits {
  readonly digits: string
  readonly exponent: number
}

/** What is left of a floating-point number above zero: (fraction / 2^52) x 2^exponent, with 2^52 <= fraction < 2^53. */
interface BinaryNumber {
  readonly fraction: bigint
  readonly exponent: number
  /** 53 for a double, 24 for a float, fewer for a subnormal. */
  readonly significantBits: number
}

const FRACTION_BITS = 52
const words = new DataView(new ArrayBuffer(8))

/**
 * The digits that `Double.toString` of JDK 17 writes for a finite number above zero.
 * `isCompatible` false: as `String.format("%.2f")` asks for them, not bound to one digit after the point.
 * Source: the conversion of Steele and White as the JDK had it until version 18. It is not always the shortest one: 2e23 becomes
 * 1.9999999999999998E23.
 */
export function doubleDigits(value: number, isCompatible = true): DecimalDigits {
  words.setFloat64(0, value)
  const bits = words.getBigUint64(0)
  const fraction = bits & 0xf_ffff_ffff_ffffn
  const exponent = Number((bits >> 52n) & 0x7ffn)
  if (exponent > 0) {
    return digitsOf({ fraction: fraction | (1n << 52n), exponent: exponent - 1023, significantBits: 53 }, isCompatible)
  }
  const length = bitLength(fraction)
  const shift = FRACTION_BITS + 1 - length
  return digitsOf(
    { fraction: fraction << BigInt(shift), exponent: -1022 - shift, significantBits: length },
    isCompatible,
  )
}

/** The digits that `Float.toString` writes for a finite number above zero that is already rounded to 32 bits. */
export function floatDigits(value: number): DecimalDigits {
  words.setFloat32(0, value)
  const bits = words.getUint32(0)
  const fraction = bits & 0x7f_ffff
  const exponent = (bits >>> 23) & 0xff
  if (exponent > 0) {
    const whole = BigInt(fraction | 0x80_0000) << 29n
    return digitsOf({ fraction: whole, exponent: exponent - 127, significantBits: 24 }, true)
  }
  const length = 32 - Math.clz32(fraction)
  const shift = 24 - length
  const whole = (BigInt(fraction) << BigInt(shift)) << 29n
  return digitsOf({ fraction: whole, exponent: -126 - shift, significantBits: length }, true)
}

function bitLength(value: bigint): number {
  return value.toString(2).length
}

function trailingZeros(value: bigint): number {
  let zeros = 0
  for (let rest = value; (rest & 1n) === 0n; rest >>= 1n) zeros++
  return zeros
}

function digitsOf(number: BinaryNumber, isCompatible: boolean): DecimalDigits {
  const { fraction, exponent, significantBits } = number
  const zeros = trailingZeros(fraction)
  const fractionBits = FRACTION_BITS + 1 - zeros
  const bitsBelowOne = Math.max(0, fractionBits - exponent - 1)
  if (bitsBelowOne === 0 && exponent <= 62 && exponent >= -21) return integerDigits(number)
  let decimal = estimateDecimalExponent(fraction, exponent)
  const fiveOfValue = Math.max(0, -decimal)
  const fiveOfScale = Math.max(0, decimal)
  let twoOfValue = fiveOfValue + bitsBelowOne + exponent
  let twoOfScale = fiveOfScale + bitsBelowOne
  let twoOfMargin = twoOfValue - significantBits
  twoOfValue -= fractionBits - 1
  const common = Math.min(twoOfValue, twoOfScale)
  twoOfValue -= common
  twoOfScale -= common
  twoOfMargin -= common
  if (fractionBits === 1) twoOfMargin--
  if (twoOfMargin < 0) {
    twoOfValue -= twoOfMargin
    twoOfScale -= twoOfMargin
    twoOfMargin = 0
  }
  const valueBits = fractionBits + twoOfValue + bitsOfPowerOfFive(fiveOfValue)
  const scaleBits = twoOfScale + 1 + bitsOfPowerOfFive(fiveOfScale + 1)
  const scaled: Scaled = {
    value: (fraction >> BigInt(zeros)) * 5n ** BigInt(fiveOfValue) * (1n << BigInt(twoOfValue)),
    scale: 5n ** BigInt(fiveOfScale) * (1n << BigInt(twoOfScale)),
    margin: 5n ** BigInt(fiveOfValue) * (1n << BigInt(twoOfMargin)),
    wordBits: valueBits < 64 && scaleBits < 64 ? (valueBits < 32 && scaleBits < 32 ? 32 : 64) : null,
  }
  const isShort = isCompatible && decimal >= -3 && decimal < 8
  const run = scaled.wordBits === 32 ? generateSmall(scaled, isShort) : generate(scaled, isShort)
  if (run.isFirstDigitMissing) decimal--
  return roundLast(run, decimal + 1)
}

/** Java counts the bits of a power of five exactly up to 5^26 and takes three bits for each factor beyond. */
function bitsOfPowerOfFive(power: number): number {
  if (power === 0) return 0
  return power < 27 ? Math.floor(power * Math.log2(5)) + 1 : power * 3
}

/** Digits of a whole number below 2^63; what a double cannot tell apart at its end is rounded away. */
function integerDigits({ fraction, exponent, significantBits }: BinaryNumber): DecimalDigits {
  let value =
    exponent >= FRACTION_BITS
      ? fraction << BigInt(exponent - FRACTION_BITS)
      : fraction >> BigInt(FRACTION_BITS - exponent)
  const surplusBits = exponent > significantBits ? exponent - significantBits - 1 : 0
  const dropped = surplusBits > 1 ? Math.floor(surplusBits * Math.LOG10E * Math.LN2) : 0
  if (dropped > 0) {
    const unit = 10n ** BigInt(dropped)
    const rest = value % unit
    value /= unit
    if (rest >= unit >> 1n) value++
  }
  const text = value.toString()
  return { digits: withoutTrailingZeros(text), exponent: text.length + dropped }
}

function withoutTrailingZeros(text: string): string {
  let end = text.length
  while (end > 1 && text[end - 1] === '0') end--
  return text.slice(0, end)
}

/** One below the number of digits before the point, or one too many: the first digit tells. */
function estimateDecimalExponent(fraction: bigint, exponent: number): number {
  const mantissa = Number(fraction) / 2 ** FRACTION_BITS
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981)
}

/** The number is value / scale; every number within margin / scale of it reads back as the same. */
interface Scaled {
  readonly value: bigint
  readonly scale: bigint
  readonly margin: bigint
  /** Java works in machine words where they suffice, and its words overflow. Null: big integers. */
  readonly wordBits: 32 | 64 | null
}

interface DigitRun {
  readonly digits: number[]
  readonly isFirstDigitMissing: boolean
  /** The digits as they are lie within the margin. */
  readonly isLowEnough: boolean
  /** The digits with the last one raised lie within the margin. */
  readonly isHighEnough: boolean
  /** What is left, compared with half a unit of the last digit. */
  readonly restAgainstHalf: number
}

function generate({ value, scale, margin, wordBits }: Scaled, isShort: boolean): DigitRun {
  const wrap = wordBits === null ? (number: bigint) => number : (number: bigint) => BigInt.asIntN(wordBits, number)
  const tenfold = wrap(scale * 10n)
  // A tie counts as high enough for big integers only.
  const isHigh = (rest: bigint, width: bigint) =>
    wordBits === null ? rest + width >= tenfold : wrap(rest + width) > tenfold
  const digits: number[] = []
  let rest = wrap(10n * (value % scale))
  let width = wrap(margin * 10n)
  const first = Number(value / scale)
  let isLowEnough = rest < width
  let isHighEnough = isHigh(rest, width)
  const isFirstDigitMissing = first === 0 && !isHighEnough
  if (!isFirstDigitMissing) digits.push(first)
  if (!isShort) isLowEnough = isHighEnough = false
  while (!isLowEnough && !isHighEnough) {
    digits.push(Number(rest / scale))
    rest = wrap(10n * (rest % scale))
    width = wrap(width * 10n)
    isLowEnough = width <= 0n || rest < width
    isHighEnough = width <= 0n || isHigh(rest, width)
  }
  const difference = wrap((rest << 1n) - tenfold)
  const restAgainstHalf = difference > 0n ? 1 : difference < 0n ? -1 : 0
  return { digits, isFirstDigitMissing, isLowEnough, isHighEnough, restAgainstHalf }
}

/** The same in 32-bit words: most numbers of a payload come here. */
function generateSmall(scaled: Scaled, isShort: boolean): DigitRun {
  const scale = Number(scaled.scale)
  const tenfold = (scale * 10) | 0
  const value = Number(scaled.value)
  const digits: number[] = []
  let rest = (10 * (value % scale)) | 0
  let width = (Number(scaled.margin) * 10) | 0
  const first = Math.trunc(value / scale)
  let isLowEnough = rest < width
  let isHighEnough = ((rest + width) | 0) > tenfold
  const isFirstDigitMissing = first === 0 && !isHighEnough
  if (!isFirstDigitMissing) digits.push(first)
  if (!isShort) isLowEnough = isHighEnough = false
  while (!isLowEnough && !isHighEnough) {
    digits.push(Math.trunc(rest / scale))
    rest = (10 * (rest % scale)) | 0
    width = Math.imul(width, 10)
    isLowEnough = width <= 0 || rest < width
    isHighEnough = width <= 0 || ((rest + width) | 0) > tenfold
  }
  return { digits, isFirstDigitMissing, isLowEnough, isHighEnough, restAgainstHalf: ((rest << 1) - tenfold) | 0 }
}

function roundLast(run: DigitRun, exponent: number): DecimalDigits {
  const { digits } = run
  const last = digits.at(-1) ?? 0
  const isRaised =
    run.isHighEnough && (!run.isLowEnough || (run.restAgainstHalf === 0 ? last % 2 === 1 : run.restAgainstHalf > 0))
  if (!isRaised) return { digits: digits.join(''), exponent }
  let at = digits.length - 1
  while (at > 0 && digits[at] === 9) digits[at--] = 0
  if (digits[at] === 9) {
    digits[at] = 1
    return { digits: digits.join(''), exponent: exponent + 1 }
  }
  digits[at] = (digits[at] ?? 0) + 1
  return { digits: digits.join(''), exponent }
}
