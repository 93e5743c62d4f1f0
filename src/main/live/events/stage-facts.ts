import { webAclOf } from '@shared/design/web-acl-arn'
import type { LiveStage } from '../live-stage'

/** What `$context` has only behind a web ACL or on a stage with a canary. Source: rest-api.md 10.5. */
export interface StageFacts {
  readonly isCanaryRequest?: boolean
  readonly wafResponseCode?: 'WAF_ALLOW' | 'WAF_BLOCK'
  readonly webaclArn?: string
}

/** Of a request that its web ACL let pass, if there is one. */
export function stageFacts({ design, view }: LiveStage): StageFacts {
  const { webAclArn } = view.settings
  const hasAcl = webAclArn !== undefined && webAclOf(design, view.settings) !== undefined
  return {
    ...(view.isCanary !== undefined && { isCanaryRequest: view.isCanary }),
    ...(hasAcl && { wafResponseCode: 'WAF_ALLOW', webaclArn: webAclArn }),
  }
}
