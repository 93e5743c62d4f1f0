import type { Diagnostic } from '../../diagnostic'
import { isIpBlock } from '../../ip-address'
import { LIMITS } from '../../limits'
import type { Design } from '../design'
import { EVALUATION_WINDOWS_SEC, type IpSetStatement, type RateBasedStatement, type WebAclRule } from '../web-acl'
import { isWholeWithin } from './numbers'
import { unless, type Path } from './problem'

/** Names, addresses, limits and windows of every web ACL. Source: AWS WAF API reference, WebACL, IPSet, RateBasedStatement. */
export function checkWebAcls(design: Design): Diagnostic[] {
  const acls = design.webAcls ?? []
  return acls.flatMap(({ name, rules }, index) => {
    const at = ['webAcls', index]
    const label = `Web ACL ${name}`
    return [
      ...checkName(label, name, at),
      ...unless(
        acls.findIndex((acl) => acl.name === name) === index,
        'design/web-acl-name-duplicate',
        [...at, 'name'],
        () => `${label}: another web ACL has this name too. Rename one: stages find theirs by name.`,
      ),
      ...rules.flatMap((rule, place) => checkRule(label, rules, rule, [...at, 'rules', place])),
    ]
  })
}

function checkRule(acl: string, rules: readonly WebAclRule[], rule: WebAclRule, at: Path): Diagnostic[] {
  const label = `${acl}, rule ${rule.name}`
  return [
    ...checkName(label, rule.name, at),
    ...unless(
      rules.find(({ name }) => name === rule.name) === rule,
      'design/web-acl-name-duplicate',
      [...at, 'name'],
      () => `${label}: another rule of this web ACL has this name too. Rename one.`,
    ),
    ...(rule.statement.type === 'IP_SET'
      ? checkAddresses(label, rule.statement, [...at, 'statement', 'addresses'])
      : checkRate(label, rule, rule.statement, at)),
  ]
}

function checkName(label: string, name: string, at: Path): Diagnostic[] {
  return unless(
    /^[\w-]{1,128}$/.test(name),
    'design/web-acl-name-invalid',
    [...at, 'name'],
    () => `${label}: a name has 1 to 128 letters, digits, _ and -. Rename it.`,
  )
}

/** A block of no bits at all is every address, which AWS WAF does not take. */
function checkAddresses(label: string, { addresses }: IpSetStatement, at: Path): Diagnostic[] {
  return addresses.flatMap((address, index) =>
    unless(
      /\/0*[1-9]\d*$/.test(address) && isIpBlock(address),
      'design/web-acl-address-invalid',
      [...at, index],
      () =>
        `${label}: "${address}" is not a block of addresses. Write one as 203.0.113.0/24 or 2001:db8::/32, a single address with /32 or /128.`,
    ),
  )
}

function checkRate(label: string, rule: WebAclRule, { limit, evaluationWindowSec }: RateBasedStatement, at: Path) {
  const { webAclRateMin, webAclRateMax } = LIMITS
  return [
    ...unless(
      rule.action !== 'ALLOW',
      'design/web-acl-action-invalid',
      [...at, 'action'],
      () => `${label}: a rate-based rule cannot allow. Let it block or count.`,
    ),
    ...unless(
      isWholeWithin(limit, webAclRateMin.value, webAclRateMax.value),
      'design/web-acl-rate-invalid',
      [...at, 'statement', 'limit'],
      () => `${label}: limit is ${limit}. Give whole requests from ${webAclRateMin.value} to ${webAclRateMax.value}.`,
    ),
    ...unless(
      evaluationWindowSec === undefined || EVALUATION_WINDOWS_SEC.some((window) => window === evaluationWindowSec),
      'design/web-acl-rate-invalid',
      [...at, 'statement', 'evaluationWindowSec'],
      () =>
        `${label}: evaluationWindowSec is ${evaluationWindowSec}. Choose one of ${EVALUATION_WINDOWS_SEC.join(', ')} s.`,
    ),
  ]
}
