import { DEFAULT_EVALUATION_WINDOW_SEC, type WebAcl, type WebAclRule } from '@shared/design/web-acl'
import { formatCount, plural } from '../../ui/format'

const DOES: { readonly [action in WebAclRule['action']]: string } = {
  ALLOW: 'allows',
  BLOCK: 'blocks',
  COUNT: 'counts',
}

/** "flood blocks over 2,000 requests in 300 s", "office allows 2 address blocks". */
export function ruleInWords({ name, action, statement }: WebAclRule): string {
  const what =
    statement.type === 'IP_SET'
      ? plural(statement.addresses.length, 'address block')
      : `over ${formatCount(statement.limit)} requests in ${statement.evaluationWindowSec ?? DEFAULT_EVALUATION_WINDOW_SEC} s`
  return `${name} ${DOES[action]} ${what}`
}

/** "2 rules, else allowed". */
export function aclInWords({ rules, defaultAction }: WebAcl): string {
  const other = defaultAction === 'ALLOW' ? 'allowed' : 'blocked'
  return rules.length === 0 ? `no rules, all ${other}` : `${plural(rules.length, 'rule')}, else ${other}`
}
