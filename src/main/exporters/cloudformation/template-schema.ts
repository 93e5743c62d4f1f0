import type { JsonSchema } from '@shared/design/model'
import type { ApiContext } from './export-context'
import type { TemplateValue } from './template-document'
import { functionTakenFor, literal } from './template-functions'

const MODEL_REFERENCE = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]*\/models\/([^/#]+)/
/** Deeper than any schema that the service takes. */
const DEEPEST = 200

/** Names of the models that a schema refers to. */
export function modelReferences(schema: JsonSchema | undefined): string[] {
  const names = new Set<string>()
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return
    for (const [key, member] of Object.entries(value)) {
      const name = key === '$ref' && typeof member === 'string' ? MODEL_REFERENCE.exec(member)?.[1] : undefined
      if (name === undefined) visit(member, depth + 1)
      else names.add(name)
    }
  }
  visit(schema, 0)
  return [...names]
}

/**
 * A schema as it stands in a template: references to other models name the API that is being made. A schema with a member that
 * CloudFormation takes for a function is reported, because no template can hold it.
 */
export function templateSchema(context: ApiContext, schema: JsonSchema, pointer: string): TemplateValue {
  const { api, names, parts } = context
  const visit = (value: unknown): TemplateValue => {
    if (Array.isArray(value)) return value.map(visit)
    if (typeof value !== 'object' || value === null) return value as TemplateValue
    const entries = Object.entries(value)
    const called = functionTakenFor(entries.map(([key]) => key))
    if (called !== undefined) {
      const message = `A schema of ${api.name} has an object whose only member is "${called}". CloudFormation takes that for its function of the same name. Rename the member, or export OpenAPI.`
      parts.report('export/refused', 'error', names.pointer + pointer, message)
    }
    return Object.fromEntries(
      entries.map(([key, member]) => [key, member === undefined ? null : memberOf(key, member)]),
    )
  }
  const memberOf = (key: string, member: unknown): TemplateValue => {
    if (key !== '$ref' || typeof member !== 'string' || !MODEL_REFERENCE.test(member)) return visit(member)
    const text = literal(member).replace(/\/restapis\/[^/]*\//, `/restapis/\${${names.id}}/`)
    return { 'Fn::Sub': text }
  }
  return visit(schema)
}
