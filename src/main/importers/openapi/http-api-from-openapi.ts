import type { HttpApi, HttpAuthorizer, HttpIntegration, HttpRoute } from '@shared/design/http-api'
import { idFrom } from '@shared/design/id-from'
import { withoutAbsent } from '../without-absent'
import { readApiTags } from './api-tags'
import { pathPrefix } from './base-path'
import { dialectName } from './dialect'
import { finishDocument, readComponents, readInfo } from './document-parts'
import { readEndpoint } from './endpoint'
import { readHttpAuthorizer } from './http-authorizer'
import { readHttpCors } from './http-cors'
import { readHttpIntegration } from './http-integration'
import { readMethodSecurity } from './method-security'
import type { OpenApiContext } from './openapi-context'
import { readPathItems, type Operation, type PathItem } from './path-items'
import { finishOperation } from './rest-method'
import { readSecuritySchemes, type SecurityScheme } from './security-schemes'

/** What HTTP APIs ignore in an operation and at the root. Source: http-api.md 14, "info". */
const IGNORED_IN_OPERATION = ['parameters', 'requestBody', 'responses'] as const
const IGNORED_AT_ROOT = [
  'x-amazon-apigateway-api-key-source',
  'x-amazon-apigateway-binary-media-types',
  'x-amazon-apigateway-documentation',
  'x-amazon-apigateway-gateway-responses',
  'x-amazon-apigateway-minimum-compression-size',
  'x-amazon-apigateway-policy',
  'x-amazon-apigateway-request-validator',
  'x-amazon-apigateway-request-validators',
] as const

/** An HTTP API from an OpenAPI document, with one stage; null when the document's paths cannot be read at all. */
export function httpApiFromOpenApi(context: OpenApiContext): HttpApi | null {
  const { document, options } = context
  reportSwagger(context)
  const info = readInfo(context)
  const id = idFrom(info.name, 10)
  const { schemes, authorizers } = readAuthorizers(context)
  const items = readPathItems(context)
  const read = readRoutes(context, items ?? [], schemes, id)
  const api: HttpApi = withoutAbsent({
    protocolType: 'HTTP' as const,
    id,
    name: info.name,
    description: info.description,
    corsConfiguration: readHttpCors(context),
    disableExecuteApiEndpoint: readHttpEndpoint(context),
    routes: read.routes,
    integrations: read.integrations,
    authorizers,
    stages: { [options.stage ?? '$default']: { autoDeploy: true } },
    tags: readApiTags(context),
  })
  document.skip('x-amazon-apigateway-importexport-version')
  for (const name of IGNORED_AT_ROOT) {
    if (document.has(name)) context.findings.tally('import/http-api-ignores', name, document.pointerOf(name))
    document.skip(name)
  }
  finishDocument(context)
  return items && api
}

/** Source: http-api.md 14: Swagger is an error, 3.1 unsupported. */
function reportSwagger({ dialect, findings }: OpenApiContext): void {
  if (dialect === 'openapi30') return
  const pointer = dialect === 'swagger2' ? '/swagger' : '/openapi'
  const message = `AWS imports HTTP APIs from OpenAPI 3.0 only, and this document is ${dialectName(dialect)}; it is read as if it were 3.0.`
  findings.report('import/version-unknown', 'warning', pointer, message)
}

/** HTTP APIs are regional; only the switch of their own address is a choice. */
function readHttpEndpoint(context: OpenApiContext): boolean | undefined {
  const endpoint = readEndpoint(context)
  if (endpoint.endpointConfiguration.vpcEndpointIds) {
    const message =
      'The VPC endpoints are left out: HTTP APIs are never private. Import the document as a REST API to keep them.'
    context.findings.report('import/not-carried', 'warning', '', message)
  }
  return endpoint.disableExecuteApiEndpoint
}

function readAuthorizers(context: OpenApiContext) {
  const components = readComponents(context)
  if (components.schemas && Object.keys(components.schemas.record).length > 0) {
    context.findings.tally('import/http-api-ignores', 'schemas', components.schemas.pointer)
  }
  const authorizers = new Map<string, HttpAuthorizer>()
  const schemes = readSecuritySchemes(context, components.securitySchemes, (scheme, written, id) => {
    const read = readHttpAuthorizer(scheme, written)
    if (!read) return null
    authorizers.set(id, read.authorizer)
    context.findings.carry(`Authorizer ${id}, ${read.authorizer.authorizerType}`, written.pointer)
    return read.authorizationType
  })
  return { schemes, authorizers: Object.fromEntries(authorizers) }
}

function readRoutes(
  context: OpenApiContext,
  items: readonly PathItem[],
  schemes: ReadonlyMap<string, SecurityScheme>,
  apiId: string,
): Pick<HttpApi, 'routes' | 'integrations'> {
  const prefix = pathPrefix(context)
  const integrations = new Map<string, HttpIntegration>()
  const routes = new Map<string, HttpRoute>()
  for (const operation of items.flatMap((item) => item.operations)) {
    const routeKey = routeKeyFor(operation, prefix)
    const read = readHttpIntegration(context, operation)
    const target = read ? idFrom(`${apiId} ${read.pointer}`, 7) : undefined
    if (read && target !== undefined) integrations.set(target, read.integration)
    routes.set(routeKey, readRoute(context, operation, schemes, target))
    context.findings.carry(
      `${routeKey}, ${read?.integration.integrationType ?? 'no integration'}`,
      operation.members.pointer,
    )
  }
  return { routes: Object.fromEntries(routes), integrations: Object.fromEntries(integrations) }
}

/** The path "/$default" with any method is the route that catches everything else. */
function routeKeyFor(operation: Operation, prefix: string): string {
  operation.members.skip('isDefaultRoute')
  const isDefault = operation.path === '/$default' && operation.verb === 'ANY'
  if (isDefault || operation.members.record['isDefaultRoute'] === true) return '$default'
  return `${operation.verb} ${operation.path === '/' && prefix !== '' ? prefix : prefix + operation.path}`
}

function readRoute(
  context: OpenApiContext,
  operation: Operation,
  schemes: ReadonlyMap<string, SecurityScheme>,
  target: string | undefined,
): HttpRoute {
  const security = readMethodSecurity(context, operation, schemes)
  const isJwt = security.authorizationType === 'JWT'
  const { members } = operation
  const route: HttpRoute = withoutAbsent({
    operationName: members.text('operationId'),
    target,
    authorizationType:
      security.authorizationType === 'COGNITO_USER_POOLS' ? ('NONE' as const) : security.authorizationType,
    authorizerId: security.authorizerId,
    authorizationScopes: isJwt && security.scopes.length > 0 ? security.scopes : undefined,
  })
  if (security.apiKeyRequired) {
    const message = `The API key of ${operation.label} is left out: HTTP APIs have no API keys. Import the document as a REST API to keep it.`
    context.findings.report('import/not-carried', 'warning', members.pointer, message)
  }
  for (const name of IGNORED_IN_OPERATION) {
    if (members.has(name)) context.findings.tally('import/http-api-ignores', name, members.pointerOf(name))
    members.skip(name)
  }
  finishOperation(operation)
  return route
}
