import type { AttributeValue, ScalarType } from './attribute-value'
import { compareDecimals, parseDecimal, type Decimal } from './decimal'

/** Whether two values are the same: sets in any order, values of other types never. */
export function isSameValue(a: AttributeValue, b: AttributeValue): boolean {
  if (a.type === 'NULL' || b.type === 'NULL') return a.type === b.type
  if (a.type === 'L' && b.type === 'L') {
    return a.value.length === b.value.length && a.value.every((value, at) => isSameValue(value, b.value[at]!))
  }
  if (a.type === 'M' && b.type === 'M') {
    const other = b.value
    if (a.value.size !== other.size) return false
    return [...a.value].every(([name, value]) => other.has(name) && isSameValue(value, other.get(name)!))
  }
  if (isSet(a) && isSet(b)) {
    const others = new Set(b.value)
    return a.type === b.type && a.value.length === others.size && a.value.every((value) => others.has(value))
  }
  return a.type === b.type && a.value === b.value
}

/** Below 0, 0 or above 0; undefined for values that have no order between them. */
export function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  if (a.type !== b.type || !isScalar(a) || !isScalar(b)) return undefined
  return compareScalars(a.type, a.value, b.value)
}

/** Texts by their UTF-8 bytes, numbers by their value, binaries by their bytes. */
export function compareScalars(type: ScalarType, a: string, b: string): number {
  if (type === 'N') return compareDecimals(decimalOf(a), decimalOf(b))
  const encoding = type === 'S' ? 'utf8' : 'base64'
  return Buffer.compare(Buffer.from(a, encoding), Buffer.from(b, encoding))
}

/** Of a number that has been read, so that it is one. */
export function decimalOf(text: string): Decimal {
  return parseDecimal(text) as Decimal
}

export function isScalar(
  attribute: AttributeValue,
): attribute is Extract<AttributeValue, { readonly type: ScalarType }> {
  return attribute.type === 'S' || attribute.type === 'N' || attribute.type === 'B'
}

export function isSet(
  attribute: AttributeValue,
): attribute is Extract<AttributeValue, { readonly type: 'SS' | 'NS' | 'BS' }> {
  return attribute.type === 'SS' || attribute.type === 'NS' || attribute.type === 'BS'
}
