import type { Diagnostic } from '../../diagnostic'
import { memberOf } from '../edits/update-in'
import type { RestApi } from '../rest-api'
import { problem, unless, type Path } from './problem'
import type { ApiScope } from './scope'

const MODEL_REF = /\/models\/([^/#]*)$/
/** Deeper schemas are not searched for references: no editor shows them, and a crafted one must not exhaust the stack. */
const MAX_DEPTH = 200

/** Models have alphanumeric names and schemas that refer to models that exist. Source: rest-api.md 1.1, 8, 17.2. */
export function checkModels({ api, at }: ApiScope): Diagnostic[] {
  return Object.entries(api.models).flatMap(([name, model]) => {
    const modelAt = [...at, 'models', name]
    return [
      ...unless(/^[A-Za-z0-9]+$/.test(name), 'design/model-name-invalid', modelAt, () =>
        name === ''
          ? 'Model name must be non-empty'
          : `Model "${name}": a name has letters and digits only. Rename it.`,
      ),
      ...unless(
        Object.keys(model.schema).length > 0,
        'design/model-schema-empty',
        [...modelAt, 'schema'],
        () => `Model ${name}: Model schema must have at least 1 property or array items defined`,
      ),
      ...checkReferences(name, model.schema, [...modelAt, 'schema'], api),
    ]
  })
}

function checkReferences(name: string, schema: unknown, at: Path, api: RestApi): Diagnostic[] {
  if (typeof schema !== 'object' || schema === null || at.length > MAX_DEPTH) return []
  return Object.entries(schema).flatMap(([member, value]: [string, unknown]) => {
    const field = [...at, member]
    if (member !== '$ref' || typeof value !== 'string') return checkReferences(name, value, field, api)
    const target = MODEL_REF.exec(value)?.[1]
    if (target === undefined || memberOf(api.models, target)) return []
    const message = `Model ${name}: $ref leads to model ${target}, which does not exist. Add it or change the reference.`
    return [problem('design/model-ref-unknown', field, message)]
  })
}
