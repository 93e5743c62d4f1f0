import type { V2Api } from '@shared/design/v2-api'
import type { TemplateContext } from '../../template/template-context'
import { propertiesOf, resourceLabel, resourcesOfType } from '../rest/resource-properties'
import { readHttpApi } from './http-api'
import { v2ApiParts, partsOf, type V2ApiParts } from './v2-api-parts'
import { readWebSocketApi } from './websocket-api'

/**
 * The HTTP and WebSocket APIs of a resolved template: each AWS::ApiGatewayV2::Api with everything that refers to it, and those that the
 * template only adds routes to. Their ids are what a Ref to them stands for. Source: http-api.md 18, websocket-api.md 10.
 */
export function v2ApisFromTemplate(context: TemplateContext): V2Api[] {
  const apis = v2ApiParts(context).map((group) => readApi(context, group))
  reportVpcLinks(context)
  return apis
}

function readApi(context: TemplateContext, group: V2ApiParts): V2Api {
  const { findings } = context
  const at = findings.lines.length
  const properties = group.resource && propertiesOf(context, group.resource)
  const pointer = group.resource?.pointer ?? group.parts[0]?.pointer ?? ''
  const api = isWebSocket(group)
    ? readWebSocketApi(context, group, properties)
    : readHttpApi(context, group, properties)
  const kind = api.protocolType === 'HTTP' ? 'HTTP' : 'WebSocket'
  findings.carry(`${kind} API "${api.name}"`, pointer)
  // What is said of an API comes under its name.
  const [line] = findings.lines.splice(-1, 1)
  if (line) findings.lines.splice(at, 0, line)
  if (!group.resource) {
    const message = `The template adds ${group.parts.length === 1 ? '1 part' : `${group.parts.length} parts`} to the API ${group.id}, which it does not define. They are drawn as an API of their own, "${api.name}".`
    findings.report('import/outside-template', 'warning', pointer, message)
  } else if (Object.keys(api.stages).length === 0) {
    const message = `The API "${api.name}" has no stage, so that nobody can call it. Add an AWS::ApiGatewayV2::Stage with AutoDeploy: true.`
    findings.report('import/api-without-stage', 'warning', pointer, message)
  }
  return api
}

/** Routes of an API that stands elsewhere tell by their keys: those of HTTP APIs have a verb and a path. */
function isWebSocket(group: V2ApiParts): boolean {
  const written = group.resource?.properties['ProtocolType']
  if (group.resource) return typeof written === 'string' && written.toUpperCase() === 'WEBSOCKET'
  const keys = partsOf(group, 'Route').map(({ properties }) => String(properties['RouteKey']))
  return keys.every((key) => key !== '$default' && !key.includes(' '))
}

function reportVpcLinks(context: TemplateContext): void {
  for (const resource of resourcesOfType(context, 'AWS::ApiGatewayV2::VpcLink')) {
    context.claimed.add(resource.logicalId)
    const message = `${resourceLabel(resource)} is kept by its id, as "connectionId" of the integrations that use it; its subnets are left out. Name a backend in those integrations to have them answered here.`
    context.findings.report('import/kept-not-simulated', 'info', resource.pointer, message)
  }
}
