import { propertyOf, type ApiSource } from '../api-source'
import { stageId } from '../logical-id'
import { reportUnknown, type SamContext } from '../sam-context'
import { addApiAuth, readApiAuth } from './api-auth'
import { addModels } from './api-models'
import { addAuthorizerPermissions } from './authorizer-permissions'
import type { RestAuthorizers } from './authorizers'
import { addCors } from './cors'
import { addDeploymentAndStage, STAGE_MEMBERS } from './deployment-and-stage'
import { addRestDomain } from './domain'
import { finishDefinition } from './finish-definition'
import { addGatewayResponses } from './gateway-responses'
import { API_MEMBERS, restApiResource } from './rest-api-resource'
import { addUsagePlan, type SharedUsagePlan } from './usage-plan'

/** Read in places of their own, or without meaning for an API: `AlwaysDeploy` only changes the deployment's id. */
const OTHERS = [
  '__MANAGE_SWAGGER',
  'AlwaysDeploy',
  'Auth',
  'BinaryMediaTypes',
  'Cors',
  'DefinitionBody',
  'DefinitionUri',
  'DisableExecuteApiEndpoint',
  'Domain',
  'EndpointConfiguration',
  'FailOnWarnings',
  'GatewayResponses',
  'MergeDefinitions',
  'Models',
  'OpenApiVersion',
  'PropagateTags',
  'StageName',
  'Tags',
] as const

/** Makes the resources of an AWS::Serverless::Api, all events added. Source: SAM Developer Guide, "AWS::Serverless::Api". */
export function expandRestApi(context: SamContext, source: ApiSource, shared: SharedUsagePlan): void {
  const known = [...API_MEMBERS, ...STAGE_MEMBERS, ...OTHERS]
  reportUnknown(context, source.properties, known, `${source.pointer}/Properties`, `the API ${source.logicalId}`)
  addCors(context, source)
  const auth = readApiAuth(context, source)
  const authorizers: RestAuthorizers = auth ? addApiAuth(context, source, auth) : new Map()
  addGatewayResponses(context, source)
  addModels(context, source)
  finishDefinition(context, source)
  const stage = stageId(source.logicalId, propertyOf(source, 'StageName'))
  context.made.push(restApiResource(context, source))
  addDeploymentAndStage(context, source, stage)
  context.madeIds.set(`${source.logicalId}.Stage`, stage)
  addAuthorizerPermissions(context, source, authorizers)
  addRestDomain(context, source, stage)
  if (auth) addUsagePlan(context, source, auth, stage, shared)
}
