import { JavaBigInteger, JavaDouble, JavaLong } from '../java/java-number'
import type { JavaValue } from '../java/java-value'

/** The value of a number as it stands in a template: the smallest of Integer, Long and BigInteger, or a Double. */
export function numberValue(text: string, kind: 'integer' | 'float'): JavaValue {
  if (kind === 'float') return new JavaDouble(Number(text))
  const whole = BigInt(text)
  if (BigInt.asIntN(32, whole) === whole) return Number(whole)
  return BigInt.asIntN(64, whole) === whole ? new JavaLong(whole) : new JavaBigInteger(whole)
}
