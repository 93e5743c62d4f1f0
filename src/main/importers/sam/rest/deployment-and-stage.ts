import { idFrom } from '@shared/design/id-from'
import { withoutAbsent } from '../../without-absent'
import { picked, propertyOf, type ApiSource } from '../api-source'
import { definitionLocation } from '../definition-location'
import { ref } from '../intrinsics'
import { addMade, refuse, type SamContext } from '../sam-context'
import { sha1Hex } from '../sha1'
import { tagList } from '../tags'

/** Members of AWS::ApiGateway::Stage that SAM hands on as they are. */
export const STAGE_MEMBERS = [
  'CacheClusterEnabled',
  'CacheClusterSize',
  'Variables',
  'MethodSettings',
  'AccessLogSetting',
  'CanarySetting',
  'TracingEnabled',
] as const
/** Without an OpenApiVersion SAM deploys to a second stage called "Stage" as well. */
export function addDeploymentAndStage(context: SamContext, source: ApiSource, stage: string): void {
  const { logicalId, pointer } = source
  const content = source.definition ?? definitionLocation(context, source)
  const hash = content === undefined ? '' : hashOf(content)
  const deployment = `${logicalId}Deployment${hash.slice(0, 10)}`
  const hasExtraStage = propertyOf(source, 'OpenApiVersion') === undefined
  context.madeIds.set(`${logicalId}.Deployment`, deployment)
  addMade(context, {
    logicalId: deployment,
    type: 'AWS::ApiGateway::Deployment',
    properties: {
      RestApiId: ref(logicalId),
      ...(hash !== '' && { Description: `RestApi deployment id: ${hash}` }),
      ...(hasExtraStage && { StageName: 'Stage' }),
    },
    pointer,
  })
  addMade(context, {
    logicalId: stage,
    type: 'AWS::ApiGateway::Stage',
    properties: withoutAbsent({
      RestApiId: ref(logicalId),
      DeploymentId: ref(deployment),
      StageName: stageName(context, source),
      ...picked(source, STAGE_MEMBERS),
      Tags: tagList(propertyOf(source, 'Tags')),
    }),
    pointer,
  })
}

function stageName(context: SamContext, source: ApiSource): unknown {
  const name = propertyOf(source, 'StageName')
  if (name !== undefined && name !== '') return name
  refuse(
    context,
    source.pointer,
    `${source.logicalId} has no "StageName", which SAM asks for; its stage is called "Prod" here. Give it one.`,
  )
  return 'Prod'
}

/** Forty digits that change with the definition; its own SHA-1 would take long for a large one. */
function hashOf(content: unknown): string {
  return sha1Hex(idFrom(JSON.stringify(content) ?? '', 40))
}
