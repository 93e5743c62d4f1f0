import { JavaDouble, JavaLong } from '../java/java-number'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'

/** Plain JSON as Java sees it: whole numbers are Integer or Long, others Double. */
export function fromJson(value: unknown): JavaValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return fromNumber(value)
  if (Array.isArray(value)) return new JavaList(value.map(fromJson), 'net.minidev.json.JSONArray')
  if (typeof value === 'object' && value !== null) {
    const map = new JavaMap()
    for (const [name, member] of Object.entries(value)) map.put(name, fromJson(member))
    return map
  }
  return null
}

function fromNumber(value: number): JavaValue {
  if (!Number.isSafeInteger(value)) return new JavaDouble(value)
  return (value | 0) === value && !Object.is(value, -0) ? value : new JavaLong(BigInt(value))
}
