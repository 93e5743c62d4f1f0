import { isRecord } from './json-record'
import type { Member, Shape } from './operations/operation'

/** A value that is not as the service model has it. `values`: all it may be, when it is a text that is none of these. */
export interface ValueProblem {
  readonly place: string
  readonly message: string
  readonly found: string
  readonly values?: readonly string[]
}

/** The first thing that is wrong with a value; null when it fits its shape. Its names are those of the wire. */
export function valueProblem(value: unknown, shape: Shape, place: string): ValueProblem | null {
  switch (shape.kind) {
    case 'list':
      if (!Array.isArray(value)) return wrongType(value, place, 'a list')
      return firstProblem(value.map((item: unknown, index) => () => valueProblem(item, shape.of, `${place}[${index}]`)))
    case 'map':
      if (!isRecord(value)) return wrongType(value, place, 'an object')
      return firstProblem(
        Object.entries(value).map(
          ([key, item]) =>
            () =>
              valueProblem(item, shape.of, `${place}.${key}`),
        ),
      )
    case 'structure':
      if (!isRecord(value)) return wrongType(value, place, 'an object')
      return firstProblem(shape.members.map((member) => () => memberProblem(value, member, place)))
    case 'boolean':
      return typeof value === 'boolean' ? null : wrongType(value, place, 'true or false')
    case 'integer':
    case 'long':
      return Number.isInteger(value) ? null : wrongType(value, place, 'a whole number')
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? null : wrongType(value, place, 'a number')
    default:
      return textProblem(value, shape.values, place)
  }
}

function memberProblem(value: Readonly<Record<string, unknown>>, member: Member, place: string): ValueProblem | null {
  const own = Object.hasOwn(value, member.name) ? value[member.name] : undefined
  const here = `${place}.${member.clientName}`
  if (own !== undefined && own !== null) return valueProblem(own, member.shape, here)
  if (!member.isRequired) return null
  return { place: here, found: '', message: `Missing required parameter in ${place}: "${member.clientName}"` }
}

function textProblem(value: unknown, values: readonly string[] | undefined, place: string): ValueProblem | null {
  if (typeof value !== 'string') return wrongType(value, place, 'a text')
  if (values === undefined || values.includes(value)) return null
  return { place, found: value, values, message: `${place} is ${value}, which is none of ${values.join(', ')}` }
}

function wrongType(value: unknown, place: string, wanted: string): ValueProblem {
  const found = JSON.stringify(value) ?? 'nothing'
  return {
    place,
    found,
    message: `Invalid type for parameter ${place}, value: ${found.slice(0, 80)}, expected ${wanted}`,
  }
}

function firstProblem(checks: readonly (() => ValueProblem | null)[]): ValueProblem | null {
  for (const check of checks) {
    const problem = check()
    if (problem !== null) return problem
  }
  return null
}
