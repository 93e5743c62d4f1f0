import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { orderDesign } from '@shared/design/order-design.fixture'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

it('says of everything that is of this computer that it stays behind', () => {
  const design = orderDesign()
  const more: Design = {
    ...design,
    account: { throttleSettings: { rateLimit: 1, burstLimit: 1 } },
    functions: { a: {} },
    templates: { 'a.vtl': { source: '', profile: 'apigw', cases: [] } },
    assumptions: { refundOnReject: true },
    identity: { userPools: [], iamUsers: [{ name: 'ada', accessKeyId: 'A', secretAccessKey: 'b', policies: [] }] },
    webAcls: [{ name: 'office', defaultAction: 'ALLOW', rules: [] }],
  }
  expect(built(more).said).toEqual([
    'info /apiKeys',
    'warning /domainNames/0',
    'info /name',
    'info /functions',
    'info /scenarios',
    'info /templates',
    'info /assumptions',
    'info /identity',
    'warning /webAcls/0',
    'info /account/throttleSettings',
    'info /apis/0/stages/dev',
  ])
})

it('keeps what plays functions and backends here, unless asked not to', () => {
  const handlersOf = (hasOwnMembers: boolean) => {
    const { resource, said } = built(everyFeature(), { hasOwnMembers })
    const pointer = '/apis/0/resources/~1orders/methods/GET/integration/handler'
    return [resource('AWS::ApiGateway::Method', 'OrdersGetMethod')?.Metadata, said.includes(`info ${pointer}`)]
  }
  expect([handlersOf(true), handlersOf(false)]).toEqual([
    [{ 'x-gatewright-handler': './orders.mjs#list' }, false],
    [undefined, true],
  ])
})
