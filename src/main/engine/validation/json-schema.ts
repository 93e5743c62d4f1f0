import type { JsonSchema } from '@shared/design/model'
import { isDeeperThan, isJsonObject } from './schema/json-value'
import { ValidationRun } from './schema/schema-check'
import { SchemaCompiler } from './schema/schema-compiler'
import type { ResolveSchema } from './schema/schema-registry'

/** Arrays and objects inside each other; deeper documents are refused. Jackson, which the service reads JSON with, has 1,000. */
const MAX_DOCUMENT_DEPTH = 400

/** A schema ready to be asked. */
export interface CompiledSchema {
  /** What cannot be used as it stands, with its place; such a keyword is ignored, such a reference matches nothing. */
  readonly problems: readonly string[]
  /** Everything wrong with the value, in AWS's words where they are known; empty when it is valid. */
  validate(value: unknown): string[]
}

/** A document may hold anything where a schema belongs. */
const UNUSABLE: CompiledSchema = {
  problems: ['the schema is not a JSON object'],
  validate: () => ['the schema is not a JSON object'],
}

/**
 * Compile a draft-04 schema. Siblings of `$ref`, `format` and the keywords of later drafts are ignored; names inherited from
 * Object.prototype are not properties; nothing is fetched: `resolve` gives the other documents, the meta-schema is known.
 * Always terminates: schemas that refer to themselves, patterns and documents made to be slow included.
 * Source: JSON Schema core and validation draft-04; the messages are those the service's validator is known to print (rest-api.md 8).
 * Departure: a whole validator instead of ajv, which applies siblings of `$ref` and later keywords and compiles with `new Function`.
 */
export function compileSchema(schema: JsonSchema, resolve: ResolveSchema = () => undefined): CompiledSchema {
  if (!isJsonObject(schema)) return UNUSABLE
  const compiler = new SchemaCompiler(resolve)
  const check = compiler.compile(schema)
  return {
    problems: compiler.problems,
    validate(value) {
      if (isDeeperThan(value, MAX_DOCUMENT_DEPTH)) {
        return [`document is nested more than ${MAX_DOCUMENT_DEPTH} levels deep`]
      }
      const errors: string[] = []
      const run = new ValidationRun(errors)
      check(value, run)
      return run.isStopped ? ['validation was stopped: the document or the schema is nested too deep'] : errors
    },
  }
}
