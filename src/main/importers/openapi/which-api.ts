import { isRecord, type JsonRecord, type Place } from '../json-place'
import type { ImportOptions } from '../import-options'

/** Follows references into other files; only those to the document itself when absent. */
type Follow = (reference: string, from: string) => Place | undefined

/**
 * Which API a bare OpenAPI document means: a REST API, unless it uses what only HTTP APIs have. Source: cli.md, "Which API a document means".
 */
export function protocolTypeOf(document: unknown, options: ImportOptions, follow?: Follow): 'REST' | 'HTTP' {
  if (options.protocolType) return options.protocolType
  if (!isRecord(document)) return 'REST'
  const hasMember = ['x-amazon-apigateway-cors', 'x-amazon-apigateway-importexport-version'].some((name) =>
    Object.hasOwn(document, name),
  )
  return hasMember || usesHttpOnly(document, follow) ? 'HTTP' : 'REST'
}

/** Looks for `payloadFormatVersion: "2.0"` in integrations and for `jwt` authorizers, wherever these can stand, other files included. */
function usesHttpOnly(document: unknown, follow: Follow | undefined): boolean {
  const documents: Place[] = [{ value: document, pointer: '' }]
  const seen = new Set<string>()
  for (let next = documents.pop(); next; next = documents.pop()) {
    const { pointer } = next
    const isFound = someRecord(next.value, (record) => {
      const reference = record['$ref']
      if (follow && typeof reference === 'string' && !reference.startsWith('#')) {
        const target = follow(reference, pointer)
        if (target && !seen.has(target.pointer)) documents.push(target)
        if (target) seen.add(target.pointer)
      }
      return isHttpOnly(record)
    })
    if (isFound) return true
  }
  return false
}

/** Large parts of a document in which no integration and no authorizer stands. */
const BODIES: ReadonlySet<string> = new Set([
  'parameters',
  'requestBody',
  'responses',
  'schemas',
  'definitions',
  'examples',
])

/** Whether one of the records in a value is as asked. What aliases of YAML add is bounded, and no value contains itself. */
function someRecord(root: unknown, test: (record: JsonRecord) => boolean): boolean {
  const pending: object[] = []
  const add = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) pending.push(value)
  }
  add(root)
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (Array.isArray(value)) value.forEach(add)
    else if (isRecord(value)) {
      if (test(value)) return true
      for (const name of Object.keys(value)) if (!BODIES.has(name)) add(value[name])
    }
  }
  return false
}

function isHttpOnly(record: JsonRecord): boolean {
  if (isHttpIntegration(record['x-amazon-apigateway-integration'])) return true
  if (isJwtAuthorizer(record['x-amazon-apigateway-authorizer'])) return true
  const shared = record['x-amazon-apigateway-integrations']
  return isRecord(shared) && Object.values(shared).some(isHttpIntegration)
}

/** Unquoted in YAML the version is the number 2. */
function isHttpIntegration(value: unknown): boolean {
  return isRecord(value) && (value['payloadFormatVersion'] === '2.0' || value['payloadFormatVersion'] === 2)
}

function isJwtAuthorizer(value: unknown): boolean {
  return isRecord(value) && typeof value['type'] === 'string' && value['type'].toLowerCase() === 'jwt'
}
