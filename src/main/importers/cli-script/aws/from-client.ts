import type { Shape, StructureShape } from '../../../control-plane/operations/operation'
import { nearest } from '@shared/did-you-mean'
import { isRecord } from '../../json-place'

/** A value of an option under the names of the wire, and what the command line would refuse of it. */
export interface ClientValue {
  readonly value: unknown
  readonly problems: readonly string[]
}

/**
 * A value as a person writes it, under the names of the wire and with the types of its shape. Texts become numbers and flags where the
 * shape has them, which shorthand needs. `place`: the option, for messages.
 */
export function fromClient(value: unknown, shape: Shape, place: string): ClientValue {
  const problems: string[] = []
  return { value: converted(value, shape, place, problems), problems }
}

function converted(value: unknown, shape: Shape, place: string, problems: string[]): unknown {
  switch (shape.kind) {
    case 'list': {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value]
      return items.map((item, index) => converted(item, shape.of, `${place}[${index}]`, problems))
    }
    case 'map':
      if (!isRecord(value)) return wrong(value, place, 'an object', problems)
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, converted(item, shape.of, `${place}.${key}`, problems)]),
      )
    case 'structure':
      return isRecord(value) ? members(value, shape, place, problems) : wrong(value, place, 'an object', problems)
    case 'boolean':
      if (typeof value === 'boolean') return value
      return /^(true|false)$/i.test(String(value))
        ? String(value).toLowerCase() === 'true'
        : wrong(value, place, 'true or false', problems)
    case 'integer':
    case 'long':
    case 'double':
      return numberOf(value, shape.kind, place, problems)
    default:
      return textOf(value, place, problems)
  }
}

function members(
  value: Readonly<Record<string, unknown>>,
  shape: StructureShape,
  place: string,
  problems: string[],
): Readonly<Record<string, unknown>> {
  const names = shape.members.map(({ clientName }) => clientName)
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const member = shape.members.find(({ clientName }) => clientName === key)
    if (member !== undefined)
      return [[member.name, converted(item, member.shape, `${place}.${key}`, problems)] as const]
    const meant = shape.members.find(({ clientName }) => clientName.toLowerCase() === key.toLowerCase())
    problems.push(
      `Unknown parameter in ${place}: "${key}", must be one of: ${names.join(', ')}. ${hint(meant?.clientName ?? nearest(key, names))}`.trim(),
    )
    return meant ? [[meant.name, converted(item, meant.shape, `${place}.${key}`, problems)] as const] : []
  })
  for (const { name, clientName, isRequired } of shape.members) {
    if (isRequired && !entries.some(([each]) => each === name)) {
      problems.push(`Missing required parameter in ${place}: "${clientName}".`)
    }
  }
  return Object.fromEntries(entries)
}

function hint(meant: string | undefined): string {
  return meant === undefined ? '' : `Did you mean ${meant}?`
}

function numberOf(value: unknown, kind: string, place: string, problems: string[]): unknown {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  const isNumber =
    typeof number === 'number' && Number.isFinite(number) && (kind === 'double' || Number.isInteger(number))
  return isNumber ? number : wrong(value, place, kind === 'double' ? 'a number' : 'a whole number', problems)
}

function textOf(value: unknown, place: string, problems: string[]): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    problems.push(
      `${place} has several values; it takes one text. Put it in quotation marks, or write the option as JSON.`,
    )
    return value.join(',')
  }
  wrong(value, place, 'a text', problems)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function wrong(value: unknown, place: string, wanted: string, problems: string[]): undefined {
  problems.push(
    `Invalid type for parameter ${place}, value: ${JSON.stringify(value)?.slice(0, 60)}, expected ${wanted}.`,
  )
  return undefined
}
