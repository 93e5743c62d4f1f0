import { describe, expect, test } from 'vitest'
import type { WebAcl, WebAclRule } from '../web-acl'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const blocks: WebAclRule = {
  name: 'blocks',
  action: 'BLOCK',
  statement: { type: 'IP_SET', addresses: ['203.0.113.0/24', '2001:db8::/32', '192.0.2.44/32'] },
}
const flood: WebAclRule = {
  name: 'flood',
  action: 'COUNT',
  statement: { type: 'RATE_BASED', limit: 100, evaluationWindowSec: 60 },
}
const acl: WebAcl = { name: 'front', defaultAction: 'ALLOW', rules: [blocks, flood] }
const PROD = '/apis/0/stages/prod'
const arn = (name: string): string => `arn:aws:wafv2:us-east-1:123456789012:regional/webacl/${name}/a1`
const valid = { '/webAcls': [acl], [`${PROD}/webAclArn`]: arn('front') }

const CASES: readonly BrokenDesign[] = [
  {
    name: 'a stage behind an ACL that is not there',
    set: { ...valid, [`${PROD}/webAclArn`]: arn('gone') },
    code: 'design/web-acl-unknown',
    severity: 'warning',
    pointer: `${PROD}/webAclArn`,
    message: `Stage prod: web ACL ${arn('gone')} is not part of this project, so nothing is filtered here. Choose one, or add it.`,
  },
  {
    name: 'an ACL with a space in its name',
    set: { ...valid, '/webAcls/-': { ...acl, name: 'my acl', rules: [] } },
    code: 'design/web-acl-name-invalid',
    pointer: '/webAcls/1/name',
    message: 'Web ACL my acl: a name has 1 to 128 letters, digits, _ and -. Rename it.',
  },
  {
    name: 'two ACLs of one name',
    set: { ...valid, '/webAcls/-': { ...acl, rules: [] } },
    code: 'design/web-acl-name-duplicate',
    pointer: '/webAcls/1/name',
    message: 'Web ACL front: another web ACL has this name too. Rename one: stages find theirs by name.',
  },
  {
    name: 'two rules of one name',
    set: { ...valid, '/webAcls/0/rules/-': { ...flood, action: 'BLOCK' } },
    code: 'design/web-acl-name-duplicate',
    pointer: '/webAcls/0/rules/2/name',
    message: 'Web ACL front, rule flood: another rule of this web ACL has this name too. Rename one.',
  },
  ...['203.0.113.9', '203.0.113.0/33', '0.0.0.0/0', '10.0.0/8', 'everybody', ''].map((address): BrokenDesign => ({
    name: `the address "${address}"`,
    set: { ...valid, '/webAcls/0/rules/0/statement/addresses/1': address },
    code: 'design/web-acl-address-invalid',
    pointer: '/webAcls/0/rules/0/statement/addresses/1',
    message: `Web ACL front, rule blocks: "${address}" is not a block of addresses. Write one as 203.0.113.0/24 or 2001:db8::/32, a single address with /32 or /128.`,
  })),
  {
    name: 'a rate rule that allows',
    set: { ...valid, '/webAcls/0/rules/1/action': 'ALLOW' },
    code: 'design/web-acl-action-invalid',
    pointer: '/webAcls/0/rules/1/action',
    message: 'Web ACL front, rule flood: a rate-based rule cannot allow. Let it block or count.',
  },
  ...[9, 2_000_000_001, 10.5, Number.NaN].map((limit): BrokenDesign => ({
    name: `a rate limit of ${limit}`,
    set: { ...valid, '/webAcls/0/rules/1/statement/limit': limit },
    code: 'design/web-acl-rate-invalid',
    pointer: '/webAcls/0/rules/1/statement/limit',
    message: `Web ACL front, rule flood: limit is ${limit}. Give whole requests from 10 to 2000000000.`,
  })),
  {
    name: 'a window of an hour',
    set: { ...valid, '/webAcls/0/rules/1/statement/evaluationWindowSec': 3600 },
    code: 'design/web-acl-rate-invalid',
    pointer: '/webAcls/0/rules/1/statement/evaluationWindowSec',
    message: 'Web ACL front, rule flood: evaluationWindowSec is 3600. Choose one of 60, 120, 300, 600 s.',
  },
]

describe('checkWebAcls', () => {
  test('finds nothing wrong with a valid ACL', () => {
    expect(checkDesign(changedDesign(valid))).toEqual([])
  })

  test.each(CASES)('finds $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })
})
