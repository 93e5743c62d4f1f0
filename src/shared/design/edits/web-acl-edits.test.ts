import { expect, test } from 'vitest'
import type { Design } from '../design'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { findRestApi } from '../route-key'
import type { WebAcl } from '../web-acl'
import { webAclArn } from '../web-acl-arn'
import { putWebAcl } from './put-web-acl'
import { removeWebAcl } from './remove-web-acl'
import { setStageWebAcl } from './set-stage-web-acl'
import { updateStage } from './update-stage'

const design = orderDesign()
const office: WebAcl = { name: 'office', defaultAction: 'BLOCK', rules: [] }
const flood: WebAcl = { name: 'flood', defaultAction: 'ALLOW', rules: [] }
const both = putWebAcl(putWebAcl(design, office), flood)

function arnOf(changed: Design, stage = 'prod'): string | undefined {
  return findRestApi(changed, ORDERS)?.stages[stage]?.webAclArn
}

test('an ACL is added last, and replaced at its place', () => {
  const allowing: WebAcl = { ...office, defaultAction: 'ALLOW' }
  expect(both.webAcls).toEqual([office, flood])
  expect(putWebAcl(both, allowing).webAcls).toEqual([allowing, flood])
  expect(putWebAcl(both, office)).toBe(both)
})

test('a stage gets an ACL of the design, and loses it', () => {
  const behind = setStageWebAcl(both, ORDERS, 'prod', 'office')
  expect([arnOf(behind), arnOf(behind, 'dev')]).toEqual([webAclArn(both, 'office'), undefined])
  expect(setStageWebAcl(behind, ORDERS, 'prod', undefined)).toEqual(both)
  expect(setStageWebAcl(both, ORDERS, 'prod', 'nope')).toBe(both)
  expect(setStageWebAcl(both, ORDERS, 'nope', 'office')).toBe(both)
})

test('an ARN that was imported stays while it names the same ACL', () => {
  const imported = 'arn:aws:wafv2:eu-west-1:210987654321:regional/webacl/office/11111111-2222-3333-4444-555555555555'
  const behind = updateStage(both, ORDERS, 'prod', { webAclArn: imported })
  expect(setStageWebAcl(behind, ORDERS, 'prod', 'office')).toBe(behind)
  expect(arnOf(setStageWebAcl(behind, ORDERS, 'prod', 'flood'))).toBe(webAclArn(both, 'flood'))
})

test('stages behind a removed ACL are open, others keep theirs', () => {
  const behind = setStageWebAcl(setStageWebAcl(both, ORDERS, 'prod', 'office'), ORDERS, 'dev', 'flood')
  const changed = removeWebAcl(behind, 'office')
  expect([changed.webAcls, arnOf(changed), arnOf(changed, 'dev')]).toEqual([
    [flood],
    undefined,
    webAclArn(both, 'flood'),
  ])
  expect(removeWebAcl(changed, 'flood')).toEqual(design)
  expect(removeWebAcl(both, 'nope')).toBe(both)
  expect(removeWebAcl(design, 'office')).toBe(design)
})
