import type { TemplateDocument, TemplateObject, TemplateValue } from '../cloudformation/template-document'
import { properties } from '../cloudformation/template-functions'
import { dependencies, isObject, pick, refOf, type NotInSam, type SamApi } from './sam-parts'

/** Of the API's own resource, under the same names. The document has its media types, which SAM would read in another way. */
const API_MEMBERS = [
  'Name',
  'Description',
  'ApiKeySourceType',
  'DisableExecuteApiEndpoint',
  'MinimumCompressionSize',
  'Mode',
]
/** Of the stage that SAM makes. */
const STAGE_MEMBERS = [
  'StageName',
  'Variables',
  'MethodSettings',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'AccessLogSetting',
  'TracingEnabled',
]

/**
 * An AWS::ApiGateway::RestApi with a `Body`, its deployment and one of its stages as an AWS::Serverless::Api. Further stages stay resources
 * of their own; that of SAM has no certificate for its backends. Source: SAM Developer Guide, "AWS::Serverless::Api".
 */
export function serverlessRestApi(
  { Resources }: TemplateDocument,
  apiId: string,
  stageIds: readonly string[],
): SamApi | NotInSam {
  const api = Resources[apiId]
  const { Body, EndpointConfiguration = {}, Policy, Tags, ...own } = api?.Properties ?? {}
  if (!api || !isObject(Body)) return { because: 'it has no OpenAPI document' }
  const endpoint = endpointConfiguration(EndpointConfiguration)
  if (endpoint === undefined) return { because: 'it has several kinds of endpoint' }
  if (stageIds.length === 0) return { because: 'it has no stage' }
  const free = stageIds.filter((id) => Resources[id]?.Properties?.['ClientCertificateId'] === undefined)
  const stageId = free.find((id) => Resources[id]?.Properties?.['Description'] === undefined) ?? free[0]
  if (stageId === undefined) return { because: 'each of its stages has a client certificate' }
  const { Properties: stage = {}, DependsOn = [] } = Resources[stageId] ?? {}
  const deployment = refOf(stage['DeploymentId'])
  const document: TemplateObject = { ...Body, ...(Policy !== undefined && { [POLICY]: Policy }) }
  return {
    resource: {
      Type: 'AWS::Serverless::Api',
      ...dependencies([...(api.DependsOn ?? []), ...DependsOn]),
      Properties: properties({
        ...pick(own, API_MEMBERS),
        EndpointConfiguration: endpoint,
        ...pick(stage, STAGE_MEMBERS),
        ...tagMembers(Tags, stage['Tags']),
        OpenApiVersion: document['openapi'] ?? document['swagger'],
        DefinitionBody: document,
      }),
    },
    stageId,
    removed: [stageId, ...(deployment === undefined ? [] : [deployment])],
    renamed: new Map([
      [stageId, { to: `${apiId}.Stage`, isAttribute: false }],
      ...(deployment === undefined ? [] : [[deployment, { to: `${apiId}.Deployment`, isAttribute: false }] as const]),
    ]),
  }
}

/** SAM's resource takes a policy of its own kind; the document takes the one that is meant. */
const POLICY = 'x-amazon-apigateway-policy'

/** { Types: ["REGIONAL"] } -> { Type: "REGIONAL" }; undefined for several types. */
function endpointConfiguration(written: TemplateValue): TemplateObject | undefined {
  const { Types, VpcEndpointIds, IpAddressType } = isObject(written) ? written : {}
  const [type, ...others] = Array.isArray(Types) ? (Types as readonly TemplateValue[]) : []
  if (others.length > 0) return undefined
  return properties({ Type: type, VPCEndpointIds: VpcEndpointIds, IpAddressType })
}

/** `Tags` are those of the stage. The API's own stand in its document, and are the same ones where SAM may propagate them. */
function tagMembers(ofApi: TemplateValue | undefined, ofStage: TemplateValue | undefined): TemplateObject {
  if (ofStage === undefined) return {}
  const pairs = (Array.isArray(ofStage) ? (ofStage as readonly TemplateValue[]) : []).filter(isObject)
  const Tags = Object.fromEntries(pairs.map(({ Key, Value }) => [String(Key), Value ?? null]))
  return { Tags, ...(JSON.stringify(ofApi) === JSON.stringify(ofStage) && { PropagateTags: true }) }
}
