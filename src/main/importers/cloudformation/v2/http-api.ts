import type { Cors, HttpApi, HttpAuthorizer, HttpIntegration, HttpRoute, HttpStage } from '@shared/design/http-api'
import { memberOf } from '../../json-place'
import type { Members } from '../../members'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { apiIdFor } from '../rest/api-id-for'
import { leaveOut, resourceLabel } from '../rest/resource-properties'
import { readTags } from '../rest/tags'
import { readHttpApiBody } from './http-api-body'
import { readHttpRoutes } from './http-routes'
import { readQuickCreate } from './quick-create'
import { partsOf, type V2ApiParts } from './v2-api-parts'
import { readHttpAuthorizers } from './v2-authorizers'
import { readHttpIntegrations } from './v2-integrations'
import { readV2Stages } from './v2-stages'

/** An HTTP API with its document, its quick-created parts and its resources. `properties` are absent when it stands in another template. */
export function readHttpApi(context: TemplateContext, group: V2ApiParts, properties: Members | undefined): HttpApi {
  const body = properties && readHttpApiBody(context, properties)
  const frame = properties ? readFrame(context, properties, body) : { name: nameOfId(group.id) }
  const quick = properties && readQuickCreate(properties, group.id)
  const integrations = joined<HttpIntegration>(
    body?.integrations,
    quick?.integrations,
    readHttpIntegrations(context, group),
  )
  const authorizers = joined<HttpAuthorizer>(body?.authorizers, undefined, readHttpAuthorizers(context, group))
  const routes = joined<HttpRoute>(
    body?.routes,
    quick?.routes,
    readHttpRoutes(context, group, { integrations, authorizers, taken: { ...body?.routes, ...quick?.routes } }),
  )
  const stages = joined<HttpStage>(undefined, quick?.stages, httpStages(context, group))
  reportWebSocketParts(context, group)
  properties?.finish()
  return { protocolType: 'HTTP', id: apiIdFor(group.id), ...frame, routes, integrations, authorizers, stages }
}

function joined<Value>(
  body: { readonly [name: string]: Value } | undefined,
  quick: { readonly [name: string]: Value } | undefined,
  parts: ReadonlyMap<string, Value>,
): { readonly [name: string]: Value } {
  return Object.fromEntries([...Object.entries(body ?? {}), ...Object.entries(quick ?? {}), ...parts])
}

/** "API of another template" for ids that say nothing. */
export function nameOfId(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9-]+/g, ' ').trim() || 'API of another template'
}

function readFrame(context: TemplateContext, properties: Members, body: HttpApi | undefined) {
  const protocol = properties.oneOf('ProtocolType', ['HTTP', 'WEBSOCKET'] as const)
  const name = properties.text('Name') ?? body?.name
  const isUnnamed = name === undefined || (protocol === undefined && !body)
  if (isUnnamed && !properties.has('BodyS3Location')) {
    const missing = name === undefined ? '"Name"' : '"ProtocolType"'
    const message = `${properties.label} has no ${missing}, which AWS demands of an API without a "Body".`
    context.findings.report('import/value-assumed', 'error', properties.pointer, message)
  }
  for (const member of ['RouteSelectionExpression', 'ApiKeySelectionExpression', 'DisableSchemaValidation'] as const) {
    // The one expression that HTTP APIs have is what they do anyway.
    if (properties.record[member] === '$request.method $request.path') properties.skip(member)
    leaveOut(properties, member, 'only WebSocket APIs have it.')
  }
  properties.skip('FailOnWarnings')
  properties.skipDocumentation('Version')
  leaveOut(properties, 'IpAddressType', 'a design has no place for it; the local gateway listens on one address.')
  const tags = { ...body?.tags, ...readTags(properties) }
  return withoutAbsent({
    name: name ?? nameOfId(memberOf(properties.record, '', 'Name') ? 'API' : properties.label.replace(/^API /, '')),
    description: properties.text('Description') ?? body?.description,
    corsConfiguration: readCors(properties) ?? body?.corsConfiguration,
    disableExecuteApiEndpoint: properties.flag('DisableExecuteApiEndpoint') ?? body?.disableExecuteApiEndpoint,
    tags: Object.keys(tags).length > 0 ? tags : undefined,
  })
}

function readCors(properties: Members): Cors | undefined {
  const members = properties.members('CorsConfiguration')
  if (!members) return undefined
  const cors: Cors = withoutAbsent({
    allowCredentials: members.flag('AllowCredentials'),
    allowHeaders: members.texts('AllowHeaders'),
    allowMethods: members.texts('AllowMethods'),
    allowOrigins: members.texts('AllowOrigins'),
    exposeHeaders: members.texts('ExposeHeaders'),
    maxAge: members.number('MaxAge', { min: -1, max: 86_400 }),
  })
  members.finish()
  properties.findings.carry('CORS', members.pointer)
  return cors
}

function httpStages(context: TemplateContext, group: V2ApiParts): Map<string, HttpStage> {
  const stages = new Map<string, HttpStage>()
  for (const [name, { clientCertificateId, ...stage }] of readV2Stages(context, group)) {
    stages.set(name, { ...stage, autoDeploy: stage.autoDeploy ?? false })
    if (clientCertificateId === undefined) continue
    const message = `The client certificate of stage ${name} is left out: only WebSocket APIs have one.`
    context.findings.report('import/not-carried', 'warning', group.resource?.pointer ?? '', message)
  }
  return stages
}

function reportWebSocketParts(context: TemplateContext, group: V2ApiParts): void {
  for (const resource of [...partsOf(group, 'RouteResponse'), ...partsOf(group, 'Model')]) {
    const message = `${resourceLabel(resource)} is left out: HTTP APIs have neither models nor route responses.`
    context.findings.report('import/not-carried', 'warning', resource.pointer, message)
  }
  reportOverrides(context, group)
}

/** What AWS makes by itself is changed here by a resource of its own. */
export function reportOverrides(context: TemplateContext, group: V2ApiParts): void {
  for (const resource of partsOf(group, 'ApiGatewayManagedOverrides')) {
    const message = `${resourceLabel(resource)} is left out: it changes the route, integration and stage that AWS makes for a "Target". Set the same in the design.`
    context.findings.report('import/not-carried', 'warning', resource.pointer, message)
  }
}
