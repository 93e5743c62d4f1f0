import { pointerSegment } from '@shared/diagnostic'
import type { WritableObject, WritableValue } from '../../documents/writable-value'
import { places, type ExportFindings } from './export-findings'
import { versionName, type OpenApiContext, type OpenApiVersion } from './openapi-context'
import { IDLE_KEYWORDS, IGNORED_BY_IMPORT, SAME_KEYWORDS, SCHEMA_TYPES } from './schema-words'

/** Deeper than any schema that the service takes. */
const DEEPEST = 200

/** What stands for a reference of a model's schema, as in "#/components/schemas/Order"; undefined when it leads nowhere. */
export type ReferenceWriter = (reference: string) => string | undefined

/** A schema in the document's words. `isWhole`: it takes the same values as the model's; otherwise it takes more, never less. */
interface Written {
  readonly schema: WritableObject
  readonly isWhole: boolean
}

type Members = Readonly<Record<string, unknown>>

/** Writes the draft-04 schemas of models in the words of OpenAPI or Swagger, reporting what changes its form or is lost. */
export class OpenApiSchema {
  private readonly version: OpenApiVersion
  private readonly findings: ExportFindings
  private readonly isForImport: boolean

  constructor({ version, findings, hasExtensions }: OpenApiContext) {
    this.version = version
    this.findings = findings
    this.isForImport = hasExtensions
  }

  convert(schema: unknown, pointer: string, writeReference: ReferenceWriter): WritableObject {
    return this.written(schema, pointer, { writeReference, depth: 0 }).schema
  }

  private written(schema: unknown, pointer: string, at: Surroundings): Written {
    if (!isMembers(schema) || at.depth > DEEPEST) {
      this.lose('schema', pointer)
      return { schema: {}, isWhole: false }
    }
    const inner = { ...at, depth: at.depth + 1 }
    return typeof schema['$ref'] === 'string'
      ? this.reference(schema, schema['$ref'], pointer, inner)
      : this.members(schema, pointer, inner)
  }

  /** What stands beside a `$ref` means nothing in draft-04, OpenAPI 3.0 and Swagger alike. */
  private reference(schema: Members, reference: string, pointer: string, { writeReference }: Surroundings): Written {
    const target = writeReference(reference)
    if (Object.keys(schema).length > 1) this.rewrite('what stands beside a $ref', pointer)
    if (target !== undefined) return { schema: { $ref: target }, isWhole: true }
    this.findings.tally(`reference ${reference}`, pointer, {
      code: 'export/not-carried',
      severity: 'error',
      message: (count) =>
        `The reference "${reference}" in ${places(count)} of the models leads nowhere, so that nothing is checked there. Name a model that the API has.`,
    })
    return { schema: {}, isWhole: false }
  }

  private members(schema: Members, pointer: string, at: Surroundings): Written {
    const result = new Map<string, WritableValue>()
    const lost = new Set<string>()
    for (const [name, value] of Object.entries(schema)) {
      if (value === undefined || name === 'type' || isBesideTheirOwn(name, schema)) continue
      const place = `${pointer}/${pointerSegment(name)}`
      const written = this.keyword(name, value, schema, place, at)
      if (written.value !== undefined) result.set(written.name, written.value)
      if (!written.isWhole) lost.add(name)
    }
    const typed = this.withType(schema, result, `${pointer}/type`)
    return { schema: typed, isWhole: lost.size === 0 }
  }

  private keyword(name: string, value: unknown, schema: Members, pointer: string, at: Surroundings): WrittenKeyword {
    const fits = SAME_KEYWORDS.get(name)
    if (fits) return this.sameKeyword(name, value, fits, pointer)
    switch (name) {
      case 'properties':
        return this.schemaMap(name, value, pointer, at)
      case 'additionalProperties':
        // Beside patterns that are lost it would judge what those allowed.
        if (schema['patternProperties'] !== undefined) return this.lost(name, pointer)
        return typeof value === 'boolean' ? { name, value, isWhole: true } : this.oneSchema(name, value, pointer, at)
      case 'items':
        if (!Array.isArray(value)) return this.oneSchema(name, value, pointer, at)
        return this.version === 'swagger2' && value.length > 0
          ? this.schemaList(name, value, pointer, at)
          : this.lost('items as a list', pointer)
      case 'allOf':
        return this.schemaList(name, value, pointer, at)
      case 'anyOf':
      case 'oneOf':
      case 'not':
        return this.version === 'swagger2' ? this.lost(name, pointer) : this.combination(name, value, pointer, at)
      default:
        return this.unsayable(name, pointer)
    }
  }

  private sameKeyword(
    name: string,
    value: unknown,
    fits: (value: unknown) => boolean,
    pointer: string,
  ): WrittenKeyword {
    if (!fits(value)) {
      // An empty list of names or of values is no draft-04 either; it asks for nothing.
      if (name === 'required' && Array.isArray(value)) return { name, isWhole: true }
      return this.lost(`${name} ${name === 'pattern' ? 'that is no regular expression' : 'of another type'}`, pointer)
    }
    if (this.isForImport && IGNORED_BY_IMPORT.includes(name)) this.reportIgnored(name, pointer)
    return { name, value: value as WritableValue, isWhole: true }
  }

  private oneSchema(name: string, value: unknown, pointer: string, at: Surroundings): WrittenKeyword {
    const { schema, isWhole } = this.written(value, pointer, at)
    return { name, value: schema, isWhole }
  }

  private schemaMap(name: string, value: unknown, pointer: string, at: Surroundings): WrittenKeyword {
    if (!isMembers(value)) return this.lost(`${name} of another type`, pointer)
    const entries = Object.entries(value).map(
      ([key, schema]) => [key, this.written(schema, `${pointer}/${pointerSegment(key)}`, at)] as const,
    )
    return {
      name,
      value: new Map(entries.map(([key, { schema }]) => [key, schema])),
      isWhole: entries.every(([, { isWhole }]) => isWhole),
    }
  }

  private schemaList(name: string, value: unknown, pointer: string, at: Surroundings): WrittenKeyword {
    if (!Array.isArray(value) || value.length === 0) return this.lost(`${name} of another type`, pointer)
    const schemas = value.map((schema: unknown, index) => this.written(schema, `${pointer}/${index}`, at))
    return { name, value: schemas.map(({ schema }) => schema), isWhole: schemas.every(({ isWhole }) => isWhole) }
  }

  /** A part that takes more than it should would make `not` and `oneOf` refuse what is valid. */
  private combination(name: string, value: unknown, pointer: string, at: Surroundings): WrittenKeyword {
    if (name === 'anyOf') return this.schemaList(name, value, pointer, at)
    if (name === 'not') {
      const written = this.oneSchema(name, value, pointer, at)
      return written.isWhole ? written : this.lost('not', pointer)
    }
    const written = this.schemaList(name, value, pointer, at)
    if (written.isWhole || written.value === undefined) return written
    this.lose('oneOf', pointer)
    return { ...written, name: 'anyOf' }
  }

  private unsayable(name: string, pointer: string): WrittenKeyword {
    if (!IDLE_KEYWORDS.includes(name) && !name.startsWith('x-')) return this.lost(name, pointer)
    if (name !== 'definitions') this.rewrite(name, pointer)
    return { name, isWhole: true }
  }

  private lost(what: string, pointer: string): WrittenKeyword {
    this.lose(what, pointer)
    return { name: what, isWhole: false }
  }

  /** OpenAPI 3.0 has one type for a schema, and `nullable` for null; Swagger's rules for types are draft-04's. */
  private withType(schema: Members, members: Map<string, WritableValue>, pointer: string): WritableObject {
    const written = schema['type']
    const types = (Array.isArray(written) ? written : written === undefined ? [] : [written]) as readonly unknown[]
    if (types.length === 0) return Object.fromEntries(members)
    if (!types.every((type) => SCHEMA_TYPES.includes(type))) {
      this.lose('type that is none of draft-04', pointer)
      return Object.fromEntries(members)
    }
    if (this.version === 'swagger2') return { type: written as WritableValue, ...Object.fromEntries(members) }
    return this.withOneType(types as readonly string[], Array.isArray(written), members, pointer)
  }

  private withOneType(
    types: readonly string[],
    isList: boolean,
    members: Map<string, WritableValue>,
    pointer: string,
  ): WritableObject {
    const values = members.get('enum')
    const takesNull = types.includes('null')
    const others = [...new Set(types)].filter((type) => type !== 'null')
    const rest: WritableObject = Object.fromEntries(members)
    if (others.length === 0) {
      if (isList || values !== undefined) this.rewrite('a type of null', pointer)
      return { ...rest, nullable: true, enum: [null] }
    }
    const isSame = isList ? others.length === 1 && takesNull && types.indexOf('null') === 1 && types.length === 2 : true
    const isNullLost = Array.isArray(values) && takesNull && !values.includes(null)
    if (!isSame || isNullLost) this.rewrite('a list of types', pointer)
    const nullable = takesNull && !isNullLost && { nullable: true }
    const only = others.length === 1 ? others[0] : undefined
    if (only !== undefined) return { type: only, ...nullable, ...rest }
    const alternatives = others.map((type) => ({ type, ...nullable }))
    return Object.hasOwn(rest, 'anyOf') ? { allOf: [{ anyOf: alternatives }, rest] } : { ...rest, anyOf: alternatives }
  }

  private lose(what: string, pointer: string): void {
    this.findings.tally(`lost ${what}`, pointer, {
      code: 'export/not-carried',
      severity: 'error',
      message: (count) =>
        `"${what}" in ${places(count)} of the models is left out: ${versionName(this.version)} cannot say it, so that values are not checked against it. Put it into the model once the API is deployed.`,
    })
  }

  private reportIgnored(name: string, pointer: string): void {
    this.findings.tally(`ignored ${name}`, pointer, {
      code: 'export/not-carried',
      severity: 'error',
      message: (count) =>
        `"${name}" in ${places(count)} of the models is written, but API Gateway does not take it from an OpenAPI document. Put it into the model once the API is deployed.`,
    })
  }

  private rewrite(what: string, pointer: string): void {
    this.findings.tally(`rewritten ${what}`, pointer, {
      code: 'export/approximated',
      severity: 'info',
      message: (count) =>
        `${what.startsWith('a ') || what.startsWith('what ') ? what.charAt(0).toUpperCase() + what.slice(1) : `"${what}"`} in ${places(count)} of the models stands in another form or is left out, to the same effect.`,
    })
  }
}

interface Surroundings {
  readonly writeReference: ReferenceWriter
  readonly depth: number
}

/** Without a value the keyword is left out. */
interface WrittenKeyword {
  readonly name: string
  readonly value?: WritableValue
  readonly isWhole: boolean
}

/** Limits that say nothing by themselves. */
function isBesideTheirOwn(name: string, schema: Members): boolean {
  if (name === 'exclusiveMinimum') return schema['minimum'] === undefined
  if (name === 'exclusiveMaximum') return schema['maximum'] === undefined
  return name === 'additionalItems' && !Array.isArray(schema['items'])
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
