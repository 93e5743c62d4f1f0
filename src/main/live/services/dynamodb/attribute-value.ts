import { BUFFER_CODEC } from '../../buffer-codec'
import { isMembers, type Members } from '../members'
import { decimalText, parseDecimal } from './decimal'
import { validation } from './validation'

/** A value of an attribute. Numbers are texts in their shortest form, binaries base64. */
export type AttributeValue =
  | { readonly type: ScalarType; readonly value: string }
  | { readonly type: 'BOOL'; readonly value: boolean }
  | { readonly type: 'NULL' }
  | { readonly type: 'L'; readonly value: readonly AttributeValue[] }
  | { readonly type: 'M'; readonly value: AttributeMap }
  | { readonly type: SetType; readonly value: readonly string[] }

export type ScalarType = 'S' | 'N' | 'B'
export type SetType = 'SS' | 'NS' | 'BS'
/** By name. A map, because an attribute may be called `__proto__`. */
export type AttributeMap = ReadonlyMap<string, AttributeValue>

/** Source: DynamoDB quotas, "Nested attribute depth". */
const DEEPEST = 32

/** `{ "S": "A-1" }`. Throws `ValidationException` in DynamoDB's words. */
export function readAttributeValue(json: unknown, depth = 0): AttributeValue {
  if (depth > DEEPEST) throw validation('Nesting Levels have exceeded supported limits')
  const entries = isMembers(json) ? Object.entries(json) : []
  if (entries.length === 0)
    throw validation(`${SUPPLIED} is empty, must contain exactly one of the supported datatypes`)
  if (entries.length > 1) {
    throw validation(`${SUPPLIED} has more than one datatypes set, must contain exactly one of the supported datatypes`)
  }
  const [type, value] = entries[0]!
  switch (type) {
    case 'S':
    case 'N':
    case 'B':
      return { type, value: scalarText(type, value) }
    case 'BOOL':
      if (typeof value !== 'boolean') throw wrongValue(type)
      return { type, value }
    case 'NULL':
      if (value !== true)
        throw validation(
          'One or more parameter values were invalid: Null attribute value types must have the value of true',
        )
      return { type }
    case 'L':
      if (!Array.isArray(value)) throw wrongValue(type)
      return { type, value: value.map((one) => readAttributeValue(one, depth + 1)) }
    case 'M':
      if (!isMembers(value)) throw wrongValue(type)
      return { type, value: readAttributeMap(value, depth + 1) }
    case 'SS':
    case 'NS':
    case 'BS':
      return { type, value: readSet(type, value) }
    default:
      throw validation(`${SUPPLIED} is empty, must contain exactly one of the supported datatypes`)
  }
}

const SUPPLIED = 'Supplied AttributeValue'

/** `{ "orderId": { "S": "A-1" } }`. Throws as above. */
export function readAttributeMap(json: Members, depth = 0): AttributeMap {
  return new Map(Object.entries(json).map(([name, value]) => [name, readAttributeValue(value, depth)]))
}

/** As JSON, for an answer. */
export function attributeJson(attribute: AttributeValue): Members {
  switch (attribute.type) {
    case 'NULL':
      return { NULL: true }
    case 'L':
      return { L: attribute.value.map(attributeJson) }
    case 'M':
      return { M: attributesJson(attribute.value) }
    default:
      return { [attribute.type]: attribute.value }
  }
}

export function attributesJson(attributes: AttributeMap): Members {
  return Object.fromEntries([...attributes].map(([name, value]) => [name, attributeJson(value)]))
}

/** Bytes that count towards an item. Source: DynamoDB Developer Guide, "DynamoDB item sizes and formats". */
export function attributesSize(attributes: AttributeMap): number {
  let sum = 0
  for (const [name, value] of attributes) sum += Buffer.byteLength(name) + sizeOf(value)
  return sum
}

function sizeOf(attribute: AttributeValue): number {
  switch (attribute.type) {
    case 'BOOL':
    case 'NULL':
      return 1
    case 'L':
      return attribute.value.reduce((sum, value) => sum + sizeOf(value) + 1, 3)
    case 'M':
      return attributesSize(attribute.value) + attribute.value.size + 3
    case 'SS':
    case 'NS':
    case 'BS':
      return attribute.value.reduce((sum, value) => sum + scalarSize(scalarOf(attribute.type), value), 0)
    default:
      return scalarSize(attribute.type, attribute.value)
  }
}

function scalarSize(type: ScalarType, value: string): number {
  if (type === 'S') return Buffer.byteLength(value)
  return type === 'B' ? Math.floor((value.length * 3) / 4) : Math.ceil(value.length / 2) + 1
}

/** "SS" -> "S". */
export function scalarOf(type: SetType): ScalarType {
  return type === 'SS' ? 'S' : type === 'NS' ? 'N' : 'B'
}

function readSet(type: SetType, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw wrongValue(type)
  const texts = value.map((one) => scalarText(scalarOf(type), one))
  const invalid = 'One or more parameter values were invalid:'
  if (texts.length === 0) throw validation(`${invalid} An ${SET_WORDS[type]} set may not be empty`)
  if (new Set(texts).size < texts.length) throw validation(`${invalid} Input collection contains duplicates.`)
  return texts
}

const SET_WORDS: Readonly<Record<SetType, string>> = { SS: 'string', NS: 'number', BS: 'binary' }

/** The form that equal values share. */
function scalarText(type: ScalarType, value: unknown): string {
  if (typeof value !== 'string') throw wrongValue(type)
  if (type === 'S') return value
  if (type === 'N') {
    const decimal = parseDecimal(value)
    if (typeof decimal === 'string') throw validation(decimal)
    return decimalText(decimal)
  }
  const bytes = BUFFER_CODEC.bytesOfBase64(value)
  if (bytes === null) throw validation('Invalid attribute value type: the value of B is not base64')
  return BUFFER_CODEC.base64Of(bytes)
}

function wrongValue(type: string): Error {
  const hint = type === 'N' ? 'numbers are texts to DynamoDB, as in { "N": "61" }' : undefined
  return validation(`Invalid attribute value type: the value of ${type} is of another kind`, hint)
}
