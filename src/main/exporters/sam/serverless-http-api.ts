import type { TemplateDocument } from '../cloudformation/template-document'
import { properties } from '../cloudformation/template-functions'
import { dependencies, isObject, pick, type NotInSam, type SamApi } from './sam-parts'

const API_MEMBERS = ['Name', 'Description', 'DisableExecuteApiEndpoint']
const STAGE_MEMBERS = ['StageName', 'StageVariables', 'DefaultRouteSettings', 'RouteSettings', 'AccessLogSettings']

/**
 * An AWS::ApiGatewayV2::Api with a `Body` and one of its stages as an AWS::Serverless::HttpApi, whose stage deploys itself. Further stages
 * stay resources of their own. Source: SAM Developer Guide, "AWS::Serverless::HttpApi".
 */
export function serverlessHttpApi(
  { Resources }: TemplateDocument,
  apiId: string,
  stageIds: readonly string[],
): SamApi | NotInSam {
  const api = Resources[apiId]
  const { Body, ...own } = api?.Properties ?? {}
  if (!api || !isObject(Body)) return { because: 'it has no OpenAPI document' }
  if (stageIds.length === 0) return { because: 'it has no stage' }
  const free = stageIds.filter((id) => Resources[id]?.Properties?.['AutoDeploy'] === true)
  const stageId = free.find((id) => Resources[id]?.Properties?.['Description'] === undefined) ?? free[0]
  if (stageId === undefined) return { because: 'none of its stages deploys itself' }
  const { Properties: stage = {}, DependsOn = [] } = Resources[stageId] ?? {}
  return {
    resource: {
      Type: 'AWS::Serverless::HttpApi',
      ...dependencies([...(api.DependsOn ?? []), ...DependsOn]),
      Properties: properties({ ...pick(own, API_MEMBERS), ...pick(stage, STAGE_MEMBERS), DefinitionBody: Body }),
    },
    stageId,
    removed: [stageId],
    renamed: new Map([[stageId, { to: `${apiId}.Stage`, isAttribute: false }]]),
  }
}
