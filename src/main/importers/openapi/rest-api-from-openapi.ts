import { methodSettingKey } from '@shared/design/method-settings'
import type { Method, Verb } from '@shared/design/method'
import { idFrom } from '@shared/design/id-from'
import type { Authorizer } from '@shared/design/authorizer'
import type { Resource, RestApi, RestApiDefinition } from '@shared/design/rest-api'
import { LIMITS } from '@shared/limits'
import type { Members } from '../members'
import { withoutAbsent } from '../without-absent'
import { readApiTags } from './api-tags'
import { pathPrefix } from './base-path'
import { finishDocument, readComponents, readInfo } from './document-parts'
import { readDocumentationParts, type DocumentationParts } from './documentation-parts'
import { readEndpoint } from './endpoint'
import { readGatewayResponses } from './gateway-responses'
import { Models } from './models'
import type { OpenApiContext } from './openapi-context'
import { readPathItems, type PathItem } from './path-items'
import { readValidators } from './request-validators'
import { checkPathParts, countResources, resourcePath, ResourceTree } from './resource-paths'
import { readResourcePolicy } from './resource-policy'
import { readRestAuthorizer } from './rest-authorizer'
import { readRestMethod, type MethodSurroundings } from './rest-method'
import { readSecuritySchemes } from './security-schemes'

/** The largest `minimumCompressionSize`. Source: rest-api.md 9.6 (recorded). */
const LARGEST_COMPRESSION_SIZE = 10_485_760
const EPOCH = '1970-01-01T00:00:00Z'

/** A REST API from an OpenAPI or Swagger document, deployed to one stage; null when the document's paths cannot be read at all. */
export function restApiFromOpenApi(context: OpenApiContext): RestApi | null {
  const { document, options } = context
  // Unreadable paths refuse the document; the rest is read all the same, so that every problem is named at once.
  const items = readPathItems(context)
  const info = readInfo(context)
  const id = idFrom(info.name, 10)
  const parts = readDocumentationParts(context)
  const definition = readDefinition(context, items ?? [], parts)
  const stage = options.stage ?? 'prod'
  const deploymentId = idFrom(`${id}/${stage}`, 6)
  const api: RestApi = withoutAbsent({
    protocolType: 'REST' as const,
    id,
    name: info.name,
    description: info.description ?? parts.api,
    ...readEndpoint(context),
    minimumCompressionSize: document.number('x-amazon-apigateway-minimum-compression-size', {
      min: 0,
      max: LARGEST_COMPRESSION_SIZE,
    }),
    tags: readApiTags(context),
    ...definition,
    stages: { [stage]: { deploymentId, methodSettings: {} } },
    deployments: [{ id: deploymentId, createdDate: options.createdDate ?? EPOCH, definition }],
  })
  for (const name of ['x-amazon-apigateway-cors', 'x-amazon-apigateway-importexport-version']) {
    document.notCarried(name, 'only HTTP APIs have it. Import the document as an HTTP API to keep it.')
  }
  finishDocument(context)
  return items && api
}

function readDefinition(
  context: OpenApiContext,
  items: readonly PathItem[],
  parts: DocumentationParts,
): RestApiDefinition {
  const { document } = context
  const components = readComponents(context)
  const models = new Models(context)
  if (components.schemas) models.addNamed(components.schemas)
  const { schemes, authorizers } = readAuthorizers(context, components.securitySchemes)
  const validators = readValidators(context)
  const resources = readResources(context, items, parts, { models, schemes, validators })
  const result: RestApiDefinition = withoutAbsent({
    apiKeySource: document.oneOf('x-amazon-apigateway-api-key-source', ['HEADER', 'AUTHORIZER'] as const) ?? 'HEADER',
    binaryMediaTypes: document.texts('x-amazon-apigateway-binary-media-types'),
    policy: readResourcePolicy(context),
    resources,
    authorizers,
    models: withDescriptions(context, models.result(), parts),
    requestValidators: validators.validators,
    gatewayResponses: readGatewayResponses(context),
  })
  carryCounts(context, result)
  return result
}

function withDescriptions(
  context: OpenApiContext,
  models: RestApi['models'],
  parts: DocumentationParts,
): RestApi['models'] {
  const described = new Map(Object.entries(models))
  for (const [name, { description, pointer }] of parts.models) {
    const model = described.get(name)
    if (model) described.set(name, { ...model, description })
    else context.findings.tally('import/documentation-dropped', 'documentationParts', pointer)
  }
  return Object.fromEntries(described)
}

function readAuthorizers(context: OpenApiContext, securitySchemes: Members | undefined) {
  const authorizers = new Map<string, Authorizer>()
  const schemes = readSecuritySchemes(context, securitySchemes, (scheme, written, id) => {
    const read = readRestAuthorizer(scheme, written)
    if (!read) return null
    authorizers.set(id, read.authorizer)
    context.findings.carry(`Authorizer ${id}, ${read.authorizer.type}`, written.pointer)
    return read.authorizationType
  })
  reportQuota(context, authorizers.size, 'authorizers', LIMITS.authorizersPerApi.value, securitySchemes?.pointer ?? '')
  return { schemes, authorizers: Object.fromEntries(authorizers) }
}

function readResources(
  context: OpenApiContext,
  items: readonly PathItem[],
  parts: DocumentationParts,
  around: MethodSurroundings,
): RestApi['resources'] {
  const prefix = pathPrefix(context)
  const tree = new ResourceTree(context.findings)
  const resources = new Map<string, Map<Verb, Method>>()
  for (const item of items) {
    const path = resourcePath(item, prefix, context.findings)
    checkPathParts(path, item.pointer, context.findings)
    tree.add(path, item.pointer)
    const methods = resources.get(path) ?? new Map<Verb, Method>()
    resources.set(path, methods)
    for (const operation of item.operations) {
      if (methods.has(operation.verb)) reportRepeated(context, item, path, operation.verb)
      const method = readRestMethod(context, operation, around)
      const description = parts.methods.size > 0 ? parts.methods.get(`${operation.verb} ${operation.path}`) : undefined
      methods.set(
        operation.verb,
        method.description === undefined && description !== undefined ? { ...method, description } : method,
      )
    }
  }
  reportQuota(context, countResources([...resources.keys()]), 'resources', LIMITS.resourcesPerApi.value, '/paths')
  const entries = [...resources].map(([path, methods]): [string, Resource] => [
    path,
    { methods: Object.fromEntries(methods) },
  ])
  return Object.fromEntries(entries)
}

function reportRepeated(context: OpenApiContext, item: PathItem, path: string, verb: Verb): void {
  const message = `${verb} ${item.path} replaces another method: two paths of the document are the resource "${path}", which has one method ${methodSettingKey(path, verb)}. Rename one.`
  context.findings.report('import/resource-conflict', 'error', item.pointer, message)
}

function reportQuota(context: OpenApiContext, count: number, what: string, quota: number, pointer: string): void {
  if (count <= quota) return
  const message = `The API has ${count} ${what}; a REST API holds ${quota} by default. Ask AWS for a higher quota, or split the API.`
  context.findings.report('import/over-quota', 'warning', pointer, message)
}

function carryCounts(context: OpenApiContext, definition: RestApiDefinition): void {
  const counts: readonly [string, number][] = [
    ['models', Object.keys(definition.models).length],
    ['request validators', Object.keys(definition.requestValidators).length],
  ]
  for (const [what, count] of counts) {
    if (count > 0) context.findings.carry(`${count} ${what}`, '')
  }
}
