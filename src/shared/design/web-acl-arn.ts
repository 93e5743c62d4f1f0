import type { Design } from './design'
import { idFrom } from './id-from'
import type { Stage } from './stage'
import type { WebAcl } from './web-acl'

/**
 * "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/office-only/k3v9x0a2bq": how a stage names an ACL of the design. The id at the
 * end stands for the one that AWS WAF would give.
 */
export function webAclArn(design: Pick<Design, 'region' | 'accountId'>, name: string): string {
  return `arn:aws:wafv2:${design.region}:${design.accountId}:regional/webacl/${name}/${idFrom(`web acl ${name}`, 10)}`
}

/** The name in an ARN of a regional web ACL; undefined for anything else. Source: AWS WAF API reference, "ARN formats". */
export function webAclNameOf(arn: string): string | undefined {
  return /^arn:[^:]*:wafv2:[^:]*:[^:]*:regional\/webacl\/([^/]+)\/[^/]+$/.exec(arn)?.[1]
}

/** The ACL in front of a stage; undefined when it names none, or one that the design does not have. */
export function webAclOf(design: Pick<Design, 'webAcls'>, stage: Pick<Stage, 'webAclArn'>): WebAcl | undefined {
  const name = stage.webAclArn === undefined ? undefined : webAclNameOf(stage.webAclArn)
  return name === undefined ? undefined : design.webAcls?.find((acl) => acl.name === name)
}
