import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject } from '../../documents/writable-value'
import type { OpenApiContext } from './openapi-context'

/** A design does not count its versions, and a document must have one. */
export const DOCUMENT_VERSION = '1.0.0'

/** `openapi` or `swagger`, and `info`. */
export function headMembers({ version, api }: OpenApiContext): WritableObject {
  const info = { title: api.name, description: api.description, version: DOCUMENT_VERSION }
  return version === 'swagger2' ? { swagger: '2.0', info } : { openapi: '3.0.1', info }
}

/** The tags of the API; without extensions they would be mere words. */
export function tagMembers({ api, hasExtensions }: OpenApiContext<RestApi | HttpApi>): WritableObject {
  const tags = Object.entries(api.tags ?? {}).map(([name, value]) => ({ name, 'x-amazon-apigateway-tag-value': value }))
  return hasExtensions && tags.length > 0 ? { tags } : {}
}
