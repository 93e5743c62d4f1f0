import type { Resource, RestApi, RestApiDefinition } from '@shared/design/rest-api'
import { withoutAbsent } from '../../without-absent'
import type { Members } from '../../members'
import type { TemplateContext } from '../../template/template-context'
import { reportAccountSettings } from './account-settings'
import { apiIdFor } from './api-id-for'
import { readAuthorizers } from './authorizers'
import { readDescriptions, type Descriptions } from './documentation-parts'
import { readGatewayResponses } from './gateway-responses'
import { readResources } from './methods'
import { readModels } from './models'
import { readRequestValidators } from './request-validators'
import { propertiesOf } from './resource-properties'
import { readRestApiBody, type RestApiBody } from './rest-api-body'
import { apiName, restApiParts, type RestApiParts } from './rest-api-parts'
import { readRestApiFrame, type RestApiFrame } from './rest-api-properties'
import { readStages } from './stages'
import { withWebAcls } from './web-acl-associations'

/**
 * The REST APIs of a resolved template: each AWS::ApiGateway::RestApi with everything that refers to it, and those that the template only
 * adds parts to. Their ids are what a Ref to them stands for. Source: rest-api.md 18.
 */
export function restApisFromTemplate(context: TemplateContext): readonly RestApi[] {
  const apis = restApiParts(context).map((group) => readRestApi(context, group))
  reportAccountSettings(context)
  return withWebAcls(context, apis)
}

function readRestApi(context: TemplateContext, group: RestApiParts): RestApi {
  const { resource } = group
  const properties = resource && propertiesOf(context, resource)
  const at = context.findings.lines.length
  const body = properties && readRestApiBody(context, properties)
  const frame = readFrame(context, group, properties, body)
  const descriptions = readDescriptions(context, group)
  const definition = readDefinition(context, group, body, frame, descriptions)
  const description = frame.description ?? descriptions.api
  const api: RestApi = withoutAbsent({
    protocolType: 'REST' as const,
    id: apiIdFor(group.id),
    ...frame,
    description,
    ...definition,
    ...readStages(context, group, definition),
  })
  carryFirst(context, at, `REST API "${api.name}"`, resource?.pointer ?? group.parts[0]?.pointer ?? '')
  reportNoStage(context, group, api)
  return api
}

/** What is said of an API comes under its name. */
function carryFirst({ findings }: TemplateContext, at: number, text: string, pointer: string): void {
  findings.carry(text, pointer)
  findings.lines.splice(at, 0, ...findings.lines.splice(-1))
}

function readFrame(
  context: TemplateContext,
  group: RestApiParts,
  properties: Members | undefined,
  body: RestApiBody | undefined,
): RestApiFrame {
  if (group.resource && properties) return readRestApiFrame(properties, body, group.resource.logicalId)
  const name = apiName(group.id)
  const count = group.parts.length === 1 ? '1 part' : `${group.parts.length} parts`
  const message = `The template adds ${count} to the API ${group.id}, which it does not define. What it says is drawn as an API of its own, "${name}".`
  context.findings.report('import/outside-template', 'warning', group.parts[0]?.pointer ?? '', message)
  return { name, endpointConfiguration: { types: ['EDGE'] }, apiKeySource: 'HEADER' }
}

function readDefinition(
  context: TemplateContext,
  group: RestApiParts,
  body: RestApiBody | undefined,
  { apiKeySource, binaryMediaTypes, policy }: RestApiFrame,
  descriptions: Descriptions,
): RestApiDefinition {
  const models = readModels(context, group, body)
  const { validators, nameById: validatorNames } = readRequestValidators(context, group, body)
  const { authorizers, nameById: authorizerNames } = readAuthorizers(context, group, body)
  const resources = readResources(context, group, body, {
    authorizers: authorizerNames,
    validators: validatorNames,
    models: new Set(Object.keys(models)),
  })
  return withoutAbsent({
    apiKeySource,
    binaryMediaTypes,
    policy,
    resources: withDescriptions(resources, descriptions),
    authorizers,
    models,
    requestValidators: validators,
    gatewayResponses: readGatewayResponses(context, group, body),
  })
}

function withDescriptions(resources: RestApi['resources'], { methods }: Descriptions): RestApi['resources'] {
  if (methods.size === 0) return resources
  const entries = Object.entries(resources).map(([path, resource]): [string, Resource] => {
    const described = Object.entries(resource.methods).map(([verb, method]) => {
      const description = methods.get(`${verb} ${path}`)
      return [verb, description === undefined ? method : { ...method, description }] as const
    })
    return [path, { methods: Object.fromEntries(described) }]
  })
  return Object.fromEntries(entries)
}

function reportNoStage({ findings }: TemplateContext, { resource }: RestApiParts, api: RestApi): void {
  if (!resource || Object.keys(api.stages).length > 0) return
  const message = `The API "${api.name}" has no stage, so that nobody can call it. Add an AWS::ApiGateway::Deployment that depends on its methods, and an AWS::ApiGateway::Stage; here, deploy it.`
  findings.report('import/api-without-stage', 'warning', resource.pointer, message)
}
