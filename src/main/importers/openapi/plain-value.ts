import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import { intrinsicName } from '../intrinsic-text'
import { isRecord, type Place } from '../json-place'
import { textAt } from '../members'

/** The same value with every CloudFormation function in it as its text. */
export function plainValue({ value, pointer }: Place, label: string, findings: Findings): unknown {
  if (intrinsicName(value) !== null) return textAt({ value, pointer }, label, findings)
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      plainValue({ value: item, pointer: `${pointer}/${index}` }, label, findings),
    )
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value).map((name) => [
      name,
      plainValue({ value: value[name], pointer: `${pointer}/${pointerSegment(name)}` }, label, findings),
    ]),
  )
}
