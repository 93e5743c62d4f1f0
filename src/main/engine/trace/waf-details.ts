import { DEFAULT_EVALUATION_WINDOW_SEC } from '@shared/design/web-acl'
import type { TraceEntry } from '@shared/trace'
import type { Runtime } from '../runtime'

/**
 * What a web ACL has just found of an address: { webAcl: "front", action: "BLOCK", rule: "flood", requests: 101, limit: 100, windowMs:
 * 60000 }. `rule` is null where the ACL's default action decided; `counted` names the matching rules that only count.
 */
export function wafDetails(
  { webAcls, names }: Pick<Runtime, 'webAcls' | 'names'>,
  acl: number,
  address: number,
  isBlocked: boolean,
): TraceEntry['details'] {
  const { name, rules } = names.webAcls[acl]!
  const rule = rules[webAcls.decidedBy]
  const counted = Array.from(webAcls.counted.subarray(0, webAcls.countedRules), (at) => rules[at]!.name)
  return {
    webAcl: name,
    action: isBlocked ? 'BLOCK' : 'ALLOW',
    rule: rule?.name ?? null,
    ...(rule?.statement.type === 'RATE_BASED' && {
      requests: webAcls.requests(acl, webAcls.decidedBy, address),
      limit: rule.statement.limit,
      windowMs: (rule.statement.evaluationWindowSec ?? DEFAULT_EVALUATION_WINDOW_SEC) * 1000,
    }),
    ...(counted.length > 0 && { counted: counted.join(', ') }),
  }
}
