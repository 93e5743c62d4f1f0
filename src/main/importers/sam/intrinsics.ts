import { isRecord, type JsonRecord } from '../json-place'

/** A function of CloudFormation: an object whose one member is `Ref`, `Condition` or begins with `Fn::`. */
export function isIntrinsic(value: unknown): value is JsonRecord {
  if (!isRecord(value)) return false
  const names = Object.keys(value)
  const [name] = names
  return names.length === 1 && name !== undefined && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))
}

export function ref(logicalId: string): JsonRecord {
  return { Ref: logicalId }
}

export function getAtt(logicalId: string, attribute: string): JsonRecord {
  return { 'Fn::GetAtt': [logicalId, attribute] }
}

/** `${Name}` in the text stands for a value of `values`, else for a resource. */
export function sub(text: string, values?: JsonRecord): JsonRecord {
  return { 'Fn::Sub': values ? [text, values] : text }
}

/** The logical id that a reference names: "MyApi" of "MyApi" and of { Ref: "MyApi" }; undefined for any other value. */
export function referredId(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isIntrinsic(value) && typeof value['Ref'] === 'string' ? value['Ref'] : undefined
}
