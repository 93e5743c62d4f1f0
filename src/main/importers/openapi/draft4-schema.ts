import type { JsonSchema } from '@shared/design/model'
import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import { inWords, isRecord, quoted, type JsonRecord, type Place } from '../json-place'
import { DRAFT4_KEYWORDS, DROPPED_KEYWORDS, TYPES, UNSAYABLE_KEYWORDS, type KeywordKind } from './draft4-keywords'
import { modernKeywords, writtenName } from './modern-keywords'
import { withNull } from './nullable-schema'

/**
 * Turns one reference inside a schema into what stands for it in a model, as in { "$ref": "https://.../models/Order" }.
 * `isSameValue`: the reference judges the very value that the schema judges, so that a circle of such has no end.
 */
export type ReferenceWriter = (reference: string, pointer: string, isSameValue: boolean) => JsonSchema

/** Rewrites a schema of an OpenAPI document as the draft-04 schema of a model, reporting what changes or goes. */
export class Draft4Schema {
  private readonly findings: Findings
  private readonly writeReference: ReferenceWriter

  constructor(findings: Findings, writeReference: ReferenceWriter) {
    this.findings = findings
    this.writeReference = writeReference
  }

  convert(place: Place, isSameValue = true): JsonSchema {
    const { value, pointer } = place
    if (value === true) return {}
    if (value === false) return { not: {} }
    if (!isRecord(value)) {
      this.wrongType(place, 'A schema', 'an object')
      return {}
    }
    if (typeof value['$ref'] === 'string') return this.reference(value, value['$ref'], pointer, isSameValue)
    return this.convertRecord(value, pointer, isSameValue)
  }

  /** OpenAPI 3.1 judges what stands beside a `$ref` too; draft-04 and OpenAPI 3.0 do not. Both readings fit `allOf`. */
  private reference(record: JsonRecord, reference: string, pointer: string, isSameValue: boolean): JsonSchema {
    const target = this.writeReference(reference, pointer, isSameValue)
    const { $ref: _reference, nullable, ...beside } = record
    const names = Object.keys(beside)
    if (nullable === true) this.findings.tally('import/schema-approximated', 'nullable', pointer)
    const value = nullable === true ? withNull(target) : target
    if (names.length === 0) return value
    const rest = this.convertRecord(beside, pointer, isSameValue)
    const decides = Object.keys(rest).some((name) => name !== 'title' && name !== 'description' && name !== 'default')
    if (!decides) {
      for (const name of names) {
        if (Object.hasOwn(rest, name)) this.findings.tally('import/reference-siblings-dropped', name, pointer)
      }
      return value
    }
    this.findings.tally('import/schema-approximated', '$ref', pointer)
    return { allOf: [value, rest] }
  }

  private convertRecord(written: JsonRecord, pointer: string, isSameValue: boolean): JsonSchema {
    const record = modernKeywords(written, pointer, this.findings)
    const entries = Object.entries(record).flatMap(([name, value]): [string, unknown][] => {
      const member = { value, pointer: `${pointer}/${pointerSegment(writtenName(name, written))}` }
      const kind = DRAFT4_KEYWORDS.get(name)
      if (kind === undefined) {
        this.drop(name, member.pointer)
        return []
      }
      const converted = this.keyword(kind, name, member, isSameValue)
      return converted === undefined ? [] : [[name, converted]]
    })
    const schema = withoutIdleLimits(Object.fromEntries(entries))
    if (isNullOnly(written)) return { ...withoutEnum(schema), type: 'null' }
    if (written['nullable'] !== true) return schema
    this.findings.tally('import/schema-approximated', 'nullable', pointer)
    return withNull(schema)
  }

  private keyword(kind: KeywordKind, name: string, place: Place, isSameValue: boolean): unknown {
    switch (kind) {
      case 'schema':
        return this.convert(place, isSameValue)
      case 'schemaOrFlag':
        return typeof place.value === 'boolean' ? place.value : this.convert(place, false)
      case 'schemaOrSchemas':
        return Array.isArray(place.value) ? this.schemas(name, place, false) : this.convert(place, false)
      case 'schemas':
        return this.schemas(name, place, isSameValue)
      case 'schemaMap':
        return this.schemaMap(name, place)
      case 'patternMap':
        return this.patternMap(name, place)
      case 'dependencies':
        return this.dependencies(name, place, isSameValue)
      default:
        return this.plainKeyword(kind, name, place)
    }
  }

  private plainKeyword(kind: KeywordKind, name: string, place: Place): unknown {
    const { value } = place
    if (kind === 'anything') return value
    if (kind === 'text') return typeof value === 'string' ? value : this.wrongKeyword(name, place, 'a text')
    if (kind === 'flag' || kind === 'limit') {
      return typeof value === 'boolean' ? value : this.wrongKeyword(name, place, 'true or false')
    }
    if (kind === 'type') return this.type(place)
    if (kind === 'pattern') return this.pattern(value, place)
    if (kind === 'names') return this.names(name, place)
    if (kind === 'values') {
      return Array.isArray(value) && value.length > 0
        ? [...new Set(value)]
        : this.wrongKeyword(name, place, 'a list with values')
    }
    const isNumber = typeof value === 'number' && Number.isFinite(value)
    if (kind === 'number') return isNumber ? value : this.wrongKeyword(name, place, 'a number')
    if (kind === 'positiveNumber') return isNumber && value > 0 ? value : this.wrongKeyword(name, place, 'above 0')
    return isNumber && Number.isInteger(value) && value >= 0
      ? value
      : this.wrongKeyword(name, place, 'a whole number from 0')
  }

  /** Draft-04 has no empty `required`; an empty one says nothing. A flag is the draft-03 way, which belongs to the property. */
  private names(name: string, place: Place): unknown {
    const { value } = place
    if (Array.isArray(value) && value.length === 0) return undefined
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return [...new Set(value)]
    return this.wrongKeyword(name, place, 'a list of names of properties')
  }

  private type(place: Place): unknown {
    const { value } = place
    if (typeof value === 'string' && TYPES.has(value)) return value
    if (Array.isArray(value) && value.length > 0 && value.every((entry) => TYPES.has(entry))) return [...new Set(value)]
    return this.wrongKeyword('type', place, `one of ${[...TYPES].join(', ')}`)
  }

  private pattern(value: unknown, place: Place): unknown {
    if (typeof value !== 'string') return this.wrongKeyword('pattern', place, 'a text')
    if (isPattern(value)) return value
    const message = `The pattern ${quoted(value)} at ${place.pointer} is not a valid regular expression and is left out, so that values are not checked against it. Correct it in the model.`
    this.findings.report('import/pattern-invalid', 'warning', place.pointer, message)
    return undefined
  }

  private schemas(name: string, place: Place, isSameValue: boolean): unknown {
    if (!Array.isArray(place.value) || place.value.length === 0) {
      return this.wrongKeyword(name, place, 'a list of schemas')
    }
    return place.value.map((value: unknown, index) =>
      this.convert({ value, pointer: `${place.pointer}/${index}` }, isSameValue),
    )
  }

  private schemaMap(name: string, place: Place): unknown {
    const { value } = place
    if (!isRecord(value)) return this.wrongKeyword(name, place, 'an object of schemas')
    return Object.fromEntries(
      Object.keys(value).map((key) => [
        key,
        this.convert({ value: value[key], pointer: `${place.pointer}/${pointerSegment(key)}` }, false),
      ]),
    )
  }

  private patternMap(name: string, place: Place): unknown {
    const { value } = place
    if (!isRecord(value)) return this.wrongKeyword(name, place, 'an object of schemas')
    const kept = Object.keys(value).filter((key) => this.pattern(key, at(place, key)) !== undefined)
    return Object.fromEntries(
      kept.map((key) => [key, this.convert({ value: value[key], pointer: at(place, key).pointer }, false)]),
    )
  }

  private dependencies(name: string, place: Place, isSameValue: boolean): unknown {
    const { value } = place
    if (!isRecord(value)) return this.wrongKeyword(name, place, 'an object')
    return Object.fromEntries(
      Object.keys(value).flatMap((key) => {
        const member = { value: value[key], pointer: at(place, key).pointer }
        const converted = Array.isArray(member.value) ? this.names(key, member) : this.convert(member, isSameValue)
        return converted === undefined ? [] : [[key, converted]]
      }),
    )
  }

  private drop(name: string, pointer: string): void {
    if (name === 'nullable') return
    if (DROPPED_KEYWORDS.has(name)) this.findings.tally('import/schema-keyword-dropped', name, pointer)
    else if (name.startsWith('x-')) this.findings.tally('import/extension-ignored', name, pointer)
    else {
      const why = UNSAYABLE_KEYWORDS.has(name)
        ? 'models (JSON Schema draft-04) cannot say it, so that values are not checked against it'
        : 'it is no keyword of a schema'
      this.findings.report('import/not-carried', 'warning', pointer, `"${name}" of a schema is left out: ${why}.`)
    }
  }

  private wrongKeyword(name: string, place: Place, wanted: string): undefined {
    this.wrongType(place, `"${name}" of a schema`, wanted)
    return undefined
  }

  private wrongType(place: Place, label: string, wanted: string): void {
    const message = `${label} is ${inWords(place.value)} and left out. It must be ${wanted}.`
    this.findings.report('import/wrong-type', 'error', place.pointer, message)
  }
}

function at(place: Place, key: string): Place {
  return { value: key, pointer: `${place.pointer}/${pointerSegment(key)}` }
}

/** How OpenAPI 3.0 says null and nothing else, which has no type of its own there. */
function isNullOnly({ nullable, type, enum: values }: JsonRecord): boolean {
  return nullable === true && type === undefined && Array.isArray(values) && values.length === 1 && values[0] === null
}

function withoutEnum({ enum: _values, ...rest }: JsonSchema): JsonSchema {
  return rest
}

/** Draft-04 allows `exclusiveMinimum` only beside `minimum`; alone it says nothing. So for the maximum. */
function withoutIdleLimits(schema: JsonSchema): JsonSchema {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  return {
    ...rest,
    ...(exclusiveMinimum !== undefined && Object.hasOwn(rest, 'minimum') && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && Object.hasOwn(rest, 'maximum') && { exclusiveMaximum }),
  }
}

/** Schemas follow ECMAScript's regular expressions, with or without the `u` flag. */
function isPattern(pattern: string): boolean {
  return ['', 'u'].some((flags) => {
    try {
      return new RegExp(pattern, flags) instanceof RegExp
    } catch {
      return false
    }
  })
}
