import { isRecord } from './json-place'

/** What a CloudFormation function came to. `isExact`: the text says all that the function says. */
export interface IntrinsicText {
  readonly name: string
  readonly text: string
  readonly isExact: boolean
}

/** The name of the function that an object calls, as in "Fn::Sub"; null when it calls none. */
export function intrinsicName(value: unknown): string | null {
  if (!isRecord(value)) return null
  const names = Object.keys(value)
  const name = names[0]
  if (names.length !== 1 || name === undefined) return null
  if (name === 'Ref') return typeof value[name] === 'string' ? name : null
  return name.startsWith('Fn::') ? name : null
}

/**
 * A CloudFormation function as a text in which `${Name}` and `${Resource.Attribute}` stand for what only a deployment knows, as in
 * { "Fn::Sub": "${OrdersFunction.Arn}" } -> "${OrdersFunction.Arn}". null when the value calls no function.
 */
export function intrinsicText(value: unknown): IntrinsicText | null {
  const name = intrinsicName(value)
  if (name === null || !isRecord(value)) return null
  const text = textOf(name, value[name])
  return text === null ? { name, text: `\${${name}}`, isExact: false } : { name, text, isExact: true }
}

function textOf(name: string, argument: unknown): string | null {
  if (name === 'Ref') return `\${${String(argument)}}`
  if (name === 'Fn::Sub') return substituted(argument)
  if (name === 'Fn::GetAtt') return attribute(argument)
  if (name === 'Fn::Join') return joined(argument)
  return null
}

/** "text", or ["text", { Name: value }] whose names are replaced. `${!Name}` is the way to write a plain `${Name}`. */
function substituted(argument: unknown): string | null {
  if (typeof argument === 'string') return argument.replaceAll('${!', '${')
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return null
  const values: unknown = argument[1]
  let isExact = true
  const text = argument[0].replace(/\$\{([^!}][^}]*)\}/g, (whole, name: string) => {
    if (!isRecord(values) || !Object.hasOwn(values, name)) return whole
    const value = plainText(values[name])
    isExact &&= value !== null
    return value ?? whole
  })
  return isExact ? text.replaceAll('${!', '${') : null
}

function attribute(argument: unknown): string | null {
  if (typeof argument === 'string') return `\${${argument}}`
  if (!Array.isArray(argument)) return null
  const parts = argument.map((part) => plainText(part))
  return parts.length === 2 && parts.every((part) => part !== null) ? `\${${parts.join('.')}}` : null
}

function joined(argument: unknown): string | null {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || !Array.isArray(argument[1])) return null
  const parts = argument[1].map((part) => plainText(part))
  return parts.every((part) => part !== null) ? parts.join(argument[0]) : null
}

/** A text, number or flag as it is; a function as its text; null for what is none of these. */
function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const intrinsic = intrinsicText(value)
  return intrinsic?.isExact ? intrinsic.text : null
}
