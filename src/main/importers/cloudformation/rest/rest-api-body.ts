import type { RestApi } from '@shared/design/rest-api'
import { isRecord } from '../../json-place'
import type { Members } from '../../members'
import { restApiFromOpenApi } from '../../openapi/rest-api-from-openapi'
import type { TemplateContext } from '../../template/template-context'
import { BASE_PATHS, readApiBody } from '../api-body'

/** What an OpenAPI document says of an API. */
export interface RestApiBody {
  readonly api: RestApi
  /** Which members of the API the document speaks of, beside its routes. */
  readonly has: (member: 'description' | 'endpoint' | 'apiKeySource' | 'policy' | 'compression' | 'binary') => boolean
  readonly title: string | undefined
}

/** Reads `Body`, or the document that `BodyS3Location` names when it lies beside the template. */
export function readRestApiBody(context: TemplateContext, properties: Members): RestApiBody | undefined {
  const body = readApiBody(context, properties, {
    basePath: readBasePath(properties),
    read: restApiFromOpenApi,
    // The template itself says what kind of endpoint it is.
    isSaid: (code) => code !== 'import/endpoint-approximated' || !properties.has('EndpointConfiguration'),
  })
  if (!body) return undefined
  const { api, document } = body
  return { api, has: (member) => saysSo(document, member), title: titleOf(document) }
}

function readBasePath(properties: Members): (typeof BASE_PATHS)[number] | undefined {
  const parameters = isRecord(properties.record['Parameters']) ? properties.record['Parameters'] : {}
  const written = Object.hasOwn(parameters, 'basepath') ? parameters['basepath'] : undefined
  return BASE_PATHS.find((known) => known === written)
}

const EXTENSIONS = {
  apiKeySource: 'x-amazon-apigateway-api-key-source',
  policy: 'x-amazon-apigateway-policy',
  compression: 'x-amazon-apigateway-minimum-compression-size',
  binary: 'x-amazon-apigateway-binary-media-types',
} as const

function saysSo(document: unknown, member: Parameters<RestApiBody['has']>[0]): boolean {
  if (!isRecord(document)) return false
  if (member === 'description') return isRecord(document['info']) && Object.hasOwn(document['info'], 'description')
  if (member !== 'endpoint') return Object.hasOwn(document, EXTENSIONS[member])
  const servers = Array.isArray(document['servers']) ? document['servers'] : []
  const name = 'x-amazon-apigateway-endpoint-configuration'
  return [document, ...servers].some((place) => isRecord(place) && Object.hasOwn(place, name))
}

function titleOf(document: unknown): string | undefined {
  const info = isRecord(document) ? document['info'] : undefined
  const title = isRecord(info) && Object.hasOwn(info, 'title') ? info['title'] : undefined
  return typeof title === 'string' && title !== '' ? title : undefined
}
