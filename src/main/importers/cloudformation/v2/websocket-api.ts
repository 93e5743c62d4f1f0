import type { Model } from '@shared/design/model'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { isRecord, type JsonRecord } from '../../json-place'
import type { Members } from '../../members'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { apiIdFor } from '../rest/api-id-for'
import { jsonOf } from '../rest/json-of'
import { leaveOut, propertiesOf } from '../rest/resource-properties'
import { readTags } from '../rest/tags'
import { nameOfId, reportOverrides } from './http-api'
import { partsOf, type V2ApiParts } from './v2-api-parts'
import { readWebSocketAuthorizers } from './v2-authorizers'
import { readWebSocketIntegrations } from './v2-integrations'
import { readV2Stages } from './v2-stages'
import { readWebSocketRoutes } from './websocket-routes'

const ROUTE_SELECTION = '$request.body.action'

/** A WebSocket API with its resources. `properties` are absent when it stands in another template. */
export function readWebSocketApi(
  context: TemplateContext,
  group: V2ApiParts,
  properties: Members | undefined,
): WebSocketApi {
  const frame = properties
    ? readFrame(properties)
    : { name: nameOfId(group.id), routeSelectionExpression: ROUTE_SELECTION }
  const { models, names } = readModels(context, group)
  const integrations = Object.fromEntries(readWebSocketIntegrations(context, group))
  const authorizers = Object.fromEntries(readWebSocketAuthorizers(context, group))
  const routes = readWebSocketRoutes(context, group, { integrations, authorizers, modelNames: names })
  const stages = readV2Stages(context, group)
  reportOverrides(context, group)
  properties?.finish()
  return withoutAbsent({
    protocolType: 'WEBSOCKET' as const,
    id: apiIdFor(group.id),
    ...frame,
    routes: Object.fromEntries(routes),
    integrations,
    authorizers,
    models: models.size > 0 ? Object.fromEntries(models) : undefined,
    stages: Object.fromEntries(stages),
  })
}

function readFrame(properties: Members) {
  properties.skip('ProtocolType')
  for (const name of [
    'Body',
    'BodyS3Location',
    'CorsConfiguration',
    'Target',
    'RouteKey',
    'BasePath',
    'CredentialsArn',
  ]) {
    leaveOut(properties, name, 'only HTTP APIs have it.', 'warning')
  }
  properties.skip('FailOnWarnings')
  properties.skipDocumentation('Version')
  leaveOut(properties, 'IpAddressType', 'a design has no place for it; the local gateway listens on one address.')
  return withoutAbsent({
    name: demanded(properties, 'Name', properties.label.replace(/^API /, '')),
    description: properties.text('Description'),
    routeSelectionExpression: demanded(properties, 'RouteSelectionExpression', ROUTE_SELECTION),
    apiKeySelectionExpression: properties.text('ApiKeySelectionExpression'),
    disableSchemaValidation: properties.flag('DisableSchemaValidation'),
    disableExecuteApiEndpoint: properties.flag('DisableExecuteApiEndpoint'),
    tags: readTags(properties),
  })
}

function demanded(properties: Members, name: string, assumed: string): string {
  const written = properties.text(name)
  if (written !== undefined && written !== '') return written
  const message = `${properties.label} has no "${name}", which AWS demands of a WebSocket API. It is read as ${assumed}.`
  properties.findings.report('import/value-assumed', 'error', properties.pointer, message)
  return assumed
}

/** The models by name, and the names by what a `Ref` to each gives. */
function readModels(context: TemplateContext, group: V2ApiParts) {
  const models = new Map<string, Model>()
  const names = new Map<string, string>()
  for (const resource of partsOf(group, 'Model')) {
    const members = propertiesOf(context, resource)
    const name = members.text('Name') ?? resource.logicalId
    names.set(physicalIdOf(resource), name)
    const model = readModel(members)
    models.set(name, model)
    members.skip('ApiId')
    members.finish()
    context.findings.carry(`Model ${name}`, resource.pointer)
  }
  return { models, names }
}

function readModel(members: Members): Model {
  const description = members.text('Description')
  return withoutAbsent({
    contentType: members.text('ContentType') ?? 'application/json',
    description,
    schema: schemaOf(members),
  })
}

function schemaOf(members: Members): JsonRecord {
  const place = members.place('Schema')
  const value = typeof place?.value === 'string' ? jsonOf(place.value) : place?.value
  if (isRecord(value)) return value
  const message = `${members.label} has no "Schema" that is an object. It is read as a model that takes everything.`
  members.findings.report('import/wrong-type', 'error', place?.pointer ?? members.pointer, message)
  return {}
}
