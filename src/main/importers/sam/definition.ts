import { isRecord } from '../json-place'
import { isMutable, ownMember, recordIn, setMember, type MutableRecord } from './mutable-json'

export const ANY_METHOD = 'x-amazon-apigateway-any-method'
export const INTEGRATION = 'x-amazon-apigateway-integration'

/** Members of a path that are no methods. */
const NOT_METHODS = ['parameters', 'summary', 'description', 'servers', '$ref']

/** "3.0" of the number 3, which is what YAML makes of an unquoted 3.0. */
export function versionText(version: unknown): string | undefined {
  if (typeof version === 'number') return Number.isInteger(version) ? version.toFixed(1) : String(version)
  return typeof version === 'string' ? version : undefined
}

export function isVersion3(version: unknown): boolean {
  return /^3\.\d(\.\d)?$/.test(versionText(version) ?? '')
}

/** Whether SAM can add anything to a definition: it has paths, and says that it is Swagger or OpenAPI 3. */
export function isDefinition(value: unknown): value is MutableRecord {
  if (!isRecord(value) || !isRecord(ownMember(value, 'paths'))) return false
  return Boolean(ownMember(value, 'swagger')) || isVersion3(ownMember(value, 'openapi'))
}

/** What HTTP APIs take: OpenAPI 3 only. */
export function isHttpDefinition(value: unknown): value is MutableRecord {
  return isRecord(value) && isRecord(ownMember(value, 'paths')) && isVersion3(ownMember(value, 'openapi'))
}

/** A definition without a path. */
export function emptyDefinition(openApiVersion: string | undefined, title: string): MutableRecord {
  const version = openApiVersion === undefined ? { swagger: '2.0' } : { openapi: openApiVersion }
  return { ...version, info: { title }, paths: {} }
}

/** "GET" -> "get", "any" -> the member that stands for every verb. */
export function methodName(method: string): string {
  const lower = method.toLowerCase()
  return lower === 'any' ? ANY_METHOD : lower
}

/** "get" -> "GET", for messages. */
export function verbOf(method: string): string {
  return methodName(method) === ANY_METHOD ? 'ANY' : method.toUpperCase()
}

/** The paths of a definition, in its order. */
export function pathsOf(definition: MutableRecord): [string, MutableRecord][] {
  const paths = ownMember(definition, 'paths')
  return isRecord(paths) ? Object.entries(paths).flatMap(([path, item]) => (isMutable(item) ? [[path, item]] : [])) : []
}

/** The methods of a path that are objects, in its order. */
export function methodsOf(item: MutableRecord): [string, MutableRecord][] {
  return Object.entries(item).flatMap(([name, method]) =>
    !NOT_METHODS.includes(name) && isMutable(method) ? [[name, method]] : [],
  )
}

export function methodAt(definition: MutableRecord, path: string, method: string): MutableRecord | undefined {
  const item = ownMember(ownMember(definition, 'paths'), path)
  const found = ownMember(item, methodName(method))
  return isMutable(found) ? found : undefined
}

/** The method at a place, made when there is none. */
export function addMethod(definition: MutableRecord, path: string, method: string): MutableRecord {
  return recordIn(recordIn(recordIn(definition, 'paths'), path), methodName(method))
}

export function hasIntegration(method: MutableRecord | undefined): boolean {
  return Boolean(ownMember(method, INTEGRATION))
}

/** Adds to the list at a name. */
export function append(record: MutableRecord, name: string, ...values: readonly unknown[]): void {
  const found = ownMember(record, name)
  setMember(record, name, [...(Array.isArray(found) ? (found as unknown[]) : []), ...values])
}
