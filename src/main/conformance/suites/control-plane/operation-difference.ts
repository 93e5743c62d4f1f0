import type { Member, Operation, Shape, StructureShape } from '../../../control-plane/operations/operation'

/** An operation as the cases write it. Source: service models. */
export interface OperationVector {
  readonly operation: string
  readonly method: string
  readonly uri: string
  readonly successStatus: number
  readonly errors: readonly { readonly code: string; readonly status: number }[]
  readonly input: ShapeVector
  readonly inputPayload?: string
  readonly output?: ShapeVector
  readonly outputPayload?: string
  readonly pagination?: object
}

export interface ShapeVector {
  readonly type: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly members?: Readonly<Record<string, ShapeVector>>
  readonly of?: ShapeVector
  /** A shape that holds itself is not written out again. */
  readonly shape?: string
  readonly location?: string
  readonly clientName?: string
  readonly required?: boolean
}

/** In what our operation differs from the vector's; undefined when in nothing. Which members of answers are always there is not compared. */
export function operationDifference(vector: OperationVector, operation: Operation): string | undefined {
  const { output } = operation
  return (
    differs('method', vector.method, operation.method) ??
    differs('uri', vector.uri, operation.uri) ??
    differs('successStatus', vector.successStatus, operation.successStatus) ??
    differs('errors', errorWords(vector.errors), errorWords(operation.errors)) ??
    differs('pagination', vector.pagination !== undefined, operation.isPaged) ??
    membersDifference(vector.input, operation.members, { place: 'input', isInput: true }) ??
    differs('inputPayload', vector.inputPayload, payloadOf(operation.members, vector.inputPayload)) ??
    differs('output', vector.output !== undefined, output !== null) ??
    (vector.output && output ? membersDifference(vector.output, output.members, { place: 'output' }) : undefined) ??
    differs('outputPayload', vector.outputPayload, payloadOf(output?.members ?? [], vector.outputPayload))
  )
}

interface Where {
  readonly place: string
  readonly isInput?: boolean
}

function differs(place: string, expected: unknown, found: unknown): string | undefined {
  return expected === found ? undefined : `${place}: expected ${String(expected)}, found ${String(found)}`
}

function errorWords(errors: readonly { readonly code: string; readonly status: number }[]): string {
  return errors
    .map(({ code, status }) => `${code} ${status}`)
    .sort()
    .join(', ')
}

/** The name of the payload, spelled as the vector spells it. */
function payloadOf(members: readonly Member[], spelled: string | undefined): string | undefined {
  const payload = members.find(({ place }) => place === 'payload')
  return payload?.clientName === spelled ? spelled : payload?.name
}

function membersDifference(vector: ShapeVector, members: readonly Member[], where: Where): string | undefined {
  const expected = vector.members ?? {}
  const names = Object.keys(expected).sort().join(' ')
  const found = members
    .map(({ name }) => name)
    .sort()
    .join(' ')
  const difference = differs(`members of ${where.place}`, names, found)
  if (difference !== undefined) return difference
  return firstOf(members, (member) => memberDifference(expected[member.name]!, member, where))
}

function memberDifference(vector: ShapeVector, member: Member, { place, isInput }: Where): string | undefined {
  const here = { place: `${place}.${member.name}`, ...(isInput && { isInput }) }
  const locations = { uri: 'uri', query: 'querystring', header: 'header', body: undefined, payload: undefined }
  return (
    differs(`${here.place}: clientName`, vector.clientName ?? member.name, member.clientName) ??
    differs(`${here.place}: location`, vector.location, locations[member.place]) ??
    (isInput ? differs(`${here.place}: required`, vector.required ?? false, member.isRequired) : undefined) ??
    shapeDifference(vector, member.shape, here)
  )
}

function shapeDifference(vector: ShapeVector, shape: Shape, where: Where): string | undefined {
  const difference = differs(`${where.place}: type`, typeWords(vector), shapeWords(shape))
  if (difference !== undefined || vector.shape !== undefined) return difference
  if (shape.kind === 'structure') return structureDifference(vector, shape, where)
  if (shape.kind !== 'list' && shape.kind !== 'map') return undefined
  return vector.of === undefined
    ? `${where.place}: nothing says what is in it`
    : shapeDifference(vector.of, shape.of, { ...where, place: `${where.place}[]` })
}

function structureDifference(vector: ShapeVector, { members }: StructureShape, where: Where): string | undefined {
  return membersDifference(vector, members, where)
}

function typeWords({ type, format, enum: values }: ShapeVector): string {
  const kind = type === 'timestamp' && format === 'iso8601' ? 'dateTime' : type
  return values === undefined ? kind : `${kind} ${values.join('|')}`
}

function shapeWords(shape: Shape): string {
  return 'values' in shape && shape.values !== undefined ? `${shape.kind} ${shape.values.join('|')}` : shape.kind
}

function firstOf<T>(items: readonly T[], check: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const difference = check(item)
    if (difference !== undefined) return difference
  }
  return undefined
}
