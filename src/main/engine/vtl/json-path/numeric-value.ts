import { JavaException } from '../java/java-exception'
import { JavaBigDecimal, JavaDouble, JavaFloat, type JavaNumber } from '../java/java-number'
import { numberText } from '../java/number-text'
import { parseDecimal } from '../json/parse-decimal'

/** A number for comparing: what a double can say of it, which mostly decides, and all of it. */
export interface NumericValue {
  readonly nearest: number
  readonly decimal: JavaBigDecimal
}

const MEMORY_SIZE = 100

/** A filter compares with the same few texts again and again. */
const known = new Map<string, NumericValue>()

/** `new BigDecimal(text)`. Errors: NumberFormatException. */
export function numericText(text: string): NumericValue {
  const before = known.get(text)
  if (before !== undefined) return before
  const decimal = parseDecimal(text)
  if (decimal === null) throw notANumber(text)
  const value = { nearest: Number(text), decimal }
  if (known.size >= MEMORY_SIZE) known.clear()
  known.set(text, value)
  return value
}

/** The double nearest to a number; rounding never changes an order, it only makes unequal numbers equal. Errors: for NaN and infinity. */
export function nearestDouble(value: number | JavaNumber): number {
  if (typeof value === 'number') return value
  const nearest = value instanceof JavaDouble ? value.value : Number(numberText(value))
  if (value instanceof JavaDouble || value instanceof JavaFloat) {
    if (!Number.isFinite(nearest)) throw notANumber(String(nearest))
  }
  return nearest
}

/** `new BigDecimal(value.toString())`. Errors: NumberFormatException for NaN and infinity. */
export function decimalOf(value: number | JavaNumber): JavaBigDecimal {
  if (value instanceof JavaBigDecimal) return value
  if (typeof value === 'number') return new JavaBigDecimal(BigInt(value), 0)
  const text = numberText(value)
  const decimal = parseDecimal(text)
  if (decimal === null) throw notANumber(text)
  return decimal
}

function notANumber(text: string): JavaException {
  return new JavaException('java.lang.NumberFormatException', `"${text.slice(0, 100)}" is no number`)
}
