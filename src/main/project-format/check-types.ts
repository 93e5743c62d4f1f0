import type { Diagnostic, TextRange } from '@shared/diagnostic'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { PROJECT_SCHEMA } from './design.schema'

type PositionOf = (pointer: string) => TextRange | undefined

/** The schema is our own and checked by a test: compiling it without ceremony takes a third of the time. */
const OPTIONS = {
  allErrors: true,
  verbose: true,
  strict: false,
  discriminator: true,
  validateSchema: false,
  meta: false,
  inlineRefs: false,
  code: { optimize: false },
} as const

let validator: ValidateFunction | null = null

/** Every place where a file's value is not what the format says, in words. Compiled on first use. */
export function checkTypes(value: unknown, positionOf: (pointer: string) => TextRange | undefined): Diagnostic[] {
  validator ??= new Ajv(OPTIONS).compile(PROJECT_SCHEMA)
  if (validator(value)) return []
  // Of a union's tag `required` and `enum` speak already.
  const errors = (validator.errors ?? []).filter((error) => error.keyword !== 'discriminator')
  return errors.map((error) => diagnosticOf(error, positionOf))
}

function diagnosticOf(error: ErrorObject, positionOf: PositionOf): Diagnostic {
  const pointer = error.instancePath
  const range = positionOf(pointer)
  const code = error.keyword === 'required' ? 'project/missing-key' : 'project/wrong-type'
  return { code, severity: 'error', message: messageOf(error), pointer, ...(range && { range }) }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
}

function messageOf(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'The file' : error.instancePath
  const { missingProperty, allowedValues, type } = error.params
  if (error.keyword === 'required') return `${place} has no "${missingProperty}". Add it.`
  const is = `${place} is ${describe(error.data)}, but must be`
  if (error.keyword === 'enum') return `${is} one of ${list(allowedValues)}. Change it.`
  const advice = type === 'string' && typeof error.data !== 'object' ? 'Put quotes around it' : 'Change it'
  return `${is} ${typeWords(type)}. ${advice}.`
}

function typeWords(type: unknown): string {
  const types = Array.isArray(type) ? type : String(type).split(',')
  return types.map((one) => TYPE_WORDS[String(one)] ?? String(one)).join(' or ')
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}

function describe(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const shown = String(value)
  const short = shown.length > 40 ? `${shown.slice(0, 37)}...` : shown
  return typeof value === 'string' ? `the text "${short}"` : short
}
