import type { Design } from '@shared/design/design'
import { updateStage } from '@shared/design/edits/update-stage'
import { findRestApi } from '@shared/design/route-key'

/** The stage in an ARN as WAF names it. Source: AWS WAF API reference, AssociateWebACL. */
const STAGE = /^arn:[^:]*:apigateway:[^:]*::\/restapis\/([^/]+)\/stages\/([^/]+)$/

/** The design with a web ACL in front of a stage; null when the ARN names none of its stages. */
export function withWebAcl(design: Design, webAclArn: string | undefined, stageArn: string | undefined): Design | null {
  const [, apiId = '', stageName = ''] = STAGE.exec(stageArn ?? '') ?? []
  const api = findRestApi(design, apiId)
  if (webAclArn === undefined || api === undefined || !Object.hasOwn(api.stages, stageName)) return null
  return updateStage(design, apiId, stageName, { webAclArn })
}
