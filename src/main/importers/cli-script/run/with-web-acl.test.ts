import { expect, it } from 'vitest'
import { findRestApi } from '@shared/design/route-key'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { withWebAcl } from './with-web-acl'

const acl = 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/office/abc'

it('stands in front of the stage that the ARN names', () => {
  const design = withWebAcl(orderDesign(), acl, `arn:aws:apigateway:us-east-1::/restapis/${ORDERS}/stages/prod`)
  expect(design && findRestApi(design, ORDERS)?.stages['prod']?.webAclArn).toBe(acl)
})

it.each([
  [acl, `arn:aws:apigateway:us-east-1::/restapis/${ORDERS}/stages/nope`],
  [acl, 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/b'],
  [undefined, `arn:aws:apigateway:us-east-1::/restapis/${ORDERS}/stages/prod`],
  [acl, undefined],
])('%s and %s: no stage of the design', (arn, stage) => {
  expect(withWebAcl(orderDesign(), arn, stage)).toBeNull()
})
