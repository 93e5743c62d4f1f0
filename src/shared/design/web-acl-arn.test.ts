import { expect, test } from 'vitest'
import { orderDesign } from './order-design.fixture'
import type { WebAcl } from './web-acl'
import { webAclArn, webAclNameOf, webAclOf } from './web-acl-arn'

const acl: WebAcl = { name: 'office-only', defaultAction: 'BLOCK', rules: [] }

test('an ARN that is made for a name leads back to its ACL', () => {
  const design = { ...orderDesign(), webAcls: [acl] }
  const arn = webAclArn(design, 'office-only')
  expect(arn).toMatch(/^arn:aws:wafv2:us-east-1:123456789012:regional\/webacl\/office-only\/[a-z0-9]{10}$/)
  expect(webAclOf(design, { webAclArn: arn })).toBe(acl)
})

test.each([
  ['a real one of another partition', 'arn:aws-cn:wafv2:cn-north-1:1:regional/webacl/shop/6f1c9a2e-0000', 'shop'],
  ['one of CloudFront', 'arn:aws:wafv2:us-east-1:1:global/webacl/shop/6f1c', undefined],
  ['one of the classic WAF', 'arn:aws:waf-regional:us-east-1:1:webacl/6f1c', undefined],
  ['a name alone', 'shop', undefined],
])('%s', (_, arn, name) => {
  expect(webAclNameOf(arn)).toBe(name)
})

test('a stage without an ACL, or behind an unknown one, has none', () => {
  const design = { ...orderDesign(), webAcls: [acl] }
  expect([webAclOf(design, {}), webAclOf(design, { webAclArn: webAclArn(design, 'gone') })]).toEqual([
    undefined,
    undefined,
  ])
})
