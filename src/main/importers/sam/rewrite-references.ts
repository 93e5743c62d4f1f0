import { isRecord, type JsonRecord } from '../json-place'
import type { TemplateResource } from '../template/template'
import { copyJson } from './mutable-json'

/**
 * Puts the ids that SAM made where templates write what they mean: { Ref: "MyApi.Stage" }, "${MyApi.Stage}". Source: SAM Developer Guide,
 * "Generated AWS CloudFormation resources", "Referencing generated resources".
 */
export function withMadeIds(resource: TemplateResource, ids: ReadonlyMap<string, string>): TemplateResource {
  if (ids.size === 0) return resource
  return {
    ...resource,
    properties: rewrittenRecord(resource.properties, ids),
    dependsOn: resource.dependsOn.map((name) => ids.get(name) ?? name),
  }
}

function rewrittenRecord(record: JsonRecord, ids: ReadonlyMap<string, string>): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, rewritten(value, ids)]))
}

function rewritten(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rewritten(item, ids))
  if (!isRecord(value)) return value
  const ref = value['Ref']
  if (typeof ref === 'string' && ids.has(ref)) return { Ref: ids.get(ref) }
  const text = value['Fn::Sub']
  if (typeof text === 'string') return { 'Fn::Sub': inText(text, ids) }
  if (Array.isArray(text) && typeof text[0] === 'string') {
    return { 'Fn::Sub': [inText(text[0], ids), ...(text.slice(1) as unknown[]).map((each) => rewritten(each, ids))] }
  }
  const attribute = value['Fn::GetAtt']
  const [name, made, ...rest] = parts(attribute)
  const id = name !== undefined && made !== undefined ? ids.get(`${name}.${made}`) : undefined
  if (id !== undefined && rest.length > 0) return { 'Fn::GetAtt': [id, rest.join('.')] }
  return attribute === undefined ? rewrittenRecord(value, ids) : copyJson(value)
}

/** "MyFunction.Alias.Arn" and its list as names. */
function parts(attribute: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(attribute) ? attribute : [attribute]
  return list.flatMap((part) => (typeof part === 'string' ? part.split('.') : []))
}

function inText(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{([^!{}]+)\}/g, (whole, name: string) => {
    const key = name.trim()
    const id = ids.get(key)
    return id === undefined ? whole : `\${${id}}`
  })
}
