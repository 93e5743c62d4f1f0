import { isRecord, type JsonRecord } from '../json-place'

/** A call of a function in a template: { "Fn::Join": [...] } or { "Ref": "Name" }. */
export interface TemplateFunction {
  readonly name: string
  readonly argument: unknown
}

/** The function that a value calls; null for plain values. A loop ("Fn::ForEach::Name") is a member, not a value. */
export function templateFunction(value: unknown): TemplateFunction | null {
  if (!isRecord(value)) return null
  const names = Object.keys(value)
  const [name] = names
  if (names.length !== 1 || name === undefined) return null
  const argument = value[name]
  if (name === 'Ref') return typeof argument === 'string' ? { name, argument } : null
  return name.startsWith('Fn::') && !name.startsWith('Fn::ForEach') ? { name, argument } : null
}

/** Whether there is a function at or anywhere below a value. */
export function holdsFunction(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => holdsFunction(item))
  if (!isRecord(value)) return false
  return templateFunction(value) !== null || Object.values(value).some((member) => holdsFunction(member))
}

/** Texts, numbers and flags as the text that a deployment makes of them; undefined for anything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** The logical id and attribute of `Fn::GetAtt`, also written as "Name.Attribute"; null when it is neither. */
export function attributeOf(argument: unknown): { readonly logicalId: string; readonly attribute: string } | null {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.')
    return dot < 1 ? null : { logicalId: argument.slice(0, dot), attribute: argument.slice(dot + 1) }
  }
  if (!Array.isArray(argument) || argument.length !== 2) return null
  const [logicalId, attribute]: readonly unknown[] = argument
  return typeof logicalId === 'string' && typeof attribute === 'string' ? { logicalId, attribute } : null
}

/** The arguments of `Fn::Sub`, both forms; null when they are none. */
export function substitutionOf(argument: unknown): { readonly text: string; readonly values: JsonRecord } | null {
  if (typeof argument === 'string') return { text: argument, values: {} }
  if (!Array.isArray(argument)) return null
  const [text, values]: readonly unknown[] = argument
  if (typeof text !== 'string') return null
  if (argument.length === 1) return { text, values: {} }
  return isRecord(values) ? { text, values } : null
}
