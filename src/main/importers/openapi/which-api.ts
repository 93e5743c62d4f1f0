import { isRecord } from '../json-place'
import type { ImportOptions } from '../import-options'

/**
 * Which API a bare OpenAPI document means: a REST API, unless it uses what only HTTP APIs have. Source: cli.md, "Which API a document means".
 */
export function protocolTypeOf(document: unknown, options: ImportOptions): 'REST' | 'HTTP' {
  if (options.protocolType) return options.protocolType
  if (!isRecord(document)) return 'REST'
  const hasMember = ['x-amazon-apigateway-cors', 'x-amazon-apigateway-importexport-version'].some((name) =>
    Object.hasOwn(document, name),
  )
  return hasMember || usesHttpOnly(document) ? 'HTTP' : 'REST'
}

/** Looks for `payloadFormatVersion: "2.0"` in integrations and for `jwt` authorizers, wherever they stand. */
function usesHttpOnly(document: unknown): boolean {
  const pending: unknown[] = [document]
  const seen = new Set<unknown>()
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    for (const item of Object.values(value)) {
      if (typeof item === 'object' && item !== null) pending.push(item)
    }
    if (!isRecord(value)) continue
    if (isHttpIntegration(value['x-amazon-apigateway-integration'])) return true
    if (isJwtAuthorizer(value['x-amazon-apigateway-authorizer'])) return true
    const shared = value['x-amazon-apigateway-integrations']
    if (isRecord(shared) && Object.values(shared).some(isHttpIntegration)) return true
  }
  return false
}

/** Unquoted in YAML the version is the number 2. */
function isHttpIntegration(value: unknown): boolean {
  return isRecord(value) && (value['payloadFormatVersion'] === '2.0' || value['payloadFormatVersion'] === 2)
}

function isJwtAuthorizer(value: unknown): boolean {
  return isRecord(value) && typeof value['type'] === 'string' && value['type'].toLowerCase() === 'jwt'
}
