import type { Diagnostic, TextRange } from '@shared/diagnostic'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { designSchema, projectSchema, scenarioSchema } from './design.schema'
import { FORMAT_VERSION, VERSION_KEY } from './format-version'
import { isObject } from './json-equal'
import type { JsonSchema } from './json-schema'

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

const validators = new Map<JsonSchema, ValidateFunction>()

/** Every place where a file's value is not what the format says, in words. */
export function checkTypes(value: unknown, positionOf: PositionOf): Diagnostic[] {
  return problemsOf(projectSchema(), value, positionOf)
}

/** The same for one scenario by itself. */
export function checkScenarioTypes(value: unknown, positionOf: PositionOf): Diagnostic[] {
  return problemsOf(scenarioSchema(), value, positionOf)
}

/** Every place where a design that came from elsewhere is not what its types say; nothing may be missing. */
export function checkDesignTypes(design: unknown): Diagnostic[] {
  const project = isObject(design) ? { ...design, [VERSION_KEY]: FORMAT_VERSION } : design
  return problemsOf(designSchema(), project, () => undefined)
}

function problemsOf(schema: JsonSchema, value: unknown, positionOf: PositionOf): Diagnostic[] {
  const validate = validatorOf(schema)
  if (validate(value)) return []
  const errors = (validate.errors ?? []).filter((error) => !isSaidElsewhere(error))
  return errors.map((error) => diagnosticOf(error, positionOf))
}

/** Of a union's tag `required` and `enum` speak already; of keys of which one must be there `anyOf` does. */
function isSaidElsewhere({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword === 'discriminator' || (keyword === 'required' && schemaPath.includes('/anyOf/'))
}

/** Compiled on first use. */
function validatorOf(schema: JsonSchema): ValidateFunction {
  const validate = validators.get(schema) ?? new Ajv(OPTIONS).compile(schema)
  validators.set(schema, validate)
  return validate
}

function diagnosticOf(error: ErrorObject, positionOf: PositionOf): Diagnostic {
  const pointer = error.instancePath
  const range = positionOf(pointer)
  const code = error.keyword === 'required' || error.keyword === 'anyOf' ? 'project/missing-key' : 'project/wrong-type'
  return { code, severity: 'error', message: messageOf(error), pointer, ...(range && { range }) }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'empty',
}

function messageOf(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'The file' : error.instancePath
  const { missingProperty, allowedValues, type } = error.params
  if (error.keyword === 'required') return `${place} has no "${missingProperty}". Add it.`
  if (error.keyword === 'anyOf') return `${place} has none of ${list(alternatives(error))}. Add one.`
  const is = `${place} is ${describe(error.data)}, but must be`
  if (error.keyword === 'enum') return `${is} ${oneOf(allowedValues)}. Change it.`
  const advice = type === 'string' && typeof error.data !== 'object' ? 'Put quotes around it' : 'Change it'
  return `${is} ${typeWords(type)}. ${advice}.`
}

/** The keys of which one must be there. */
function alternatives({ schema }: ErrorObject): string[] {
  const branches: readonly { readonly required: readonly string[] }[] = Array.isArray(schema) ? schema : []
  return branches.flatMap((branch) => branch.required)
}

function typeWords(type: unknown): string {
  const types = Array.isArray(type) ? type : String(type).split(',')
  return types.map((one) => TYPE_WORDS[String(one)] ?? String(one)).join(' or ')
}

function oneOf(values: unknown): string {
  return Array.isArray(values) && values.length === 1 ? String(values[0]) : `one of ${list(values)}`
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
