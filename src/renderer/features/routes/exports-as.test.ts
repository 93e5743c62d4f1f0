import { expect, it } from 'vitest'
import { putWebAcl } from '@shared/design/edits/put-web-acl'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { setStageWebAcl } from '@shared/design/edits/set-stage-web-acl'
import type { Design } from '@shared/design/design'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { exportsAs } from './exports-as'
import { orderDesign } from './fixtures/order-design'
import { routeContext } from './route-context'

function lines(step: LadderStep, routeKey = 'POST /orders', design: Design = orderDesign()): string[] {
  const route = routeContext(design, 'a1b2c3d4e5', 'prod', routeKey)
  return route === null ? [] : exportsAs(route, step)
}

it('writes a method setting with its path as CloudFormation escapes it', () => {
  const own = { throttlingRateLimit: 0.5, throttlingBurstLimit: 5 }
  const design = setMethodSetting(orderDesign(), 'a1b2c3d4e5', 'prod', '/orders/{id}/GET', own)
  expect(lines('throttle', 'GET /orders/{id}', design)).toEqual([
    'MethodSettings:',
    '  - ResourcePath: /~1orders~1{id}',
    '    HttpMethod: GET',
    '    ThrottlingRateLimit: 0.5',
    '    ThrottlingBurstLimit: 5',
  ])
})

it('writes the entry of the stage where the method inherits', () => {
  expect(lines('throttle', 'GET /orders')).toEqual([
    'MethodSettings:',
    '  - ResourcePath: /*',
    '    HttpMethod: "*"',
    '    ThrottlingRateLimit: 1000',
    '    ThrottlingBurstLimit: 500',
  ])
})

it('refers to authorizers by their logical id', () => {
  expect(lines('authorizer')).toEqual(['AuthorizationType: CUSTOM', 'AuthorizerId: !Ref ShopTokenAuth'])
})

it('writes templates as block text', () => {
  expect(lines('request-mapping')).toEqual([
    'Integration:',
    '  PassthroughBehavior: WHEN_NO_TEMPLATES',
    '  RequestTemplates:',
    '    application/json: |',
    '      {',
    '        "order": $input.json(\'$\')',
    '      }',
  ])
})

it('writes the selections of the answer as a list', () => {
  expect(lines('response-mapping')).toEqual([
    'Integration:',
    '  IntegrationResponses:',
    '    - StatusCode: "201"',
    '      ResponseTemplates:',
    "        application/json: $input.json('$')",
    '    - StatusCode: "400"',
    '      SelectionPattern: ".*InvalidOrder.*"',
    '    - StatusCode: "500"',
    '      SelectionPattern: ".*Error.*"',
    'MethodResponses:',
    '  - StatusCode: "201"',
    '  - StatusCode: "400"',
    '  - StatusCode: "500"',
  ])
})

it('writes the web ACL of the stage by its ARN, and nothing without one', () => {
  const design = setStageWebAcl(
    putWebAcl(orderDesign(), { name: 'front', defaultAction: 'ALLOW', rules: [] }),
    'a1b2c3d4e5',
    'prod',
    'front',
  )
  expect([lines('waf'), lines('waf', 'POST /orders', design)]).toEqual([
    [],
    [expect.stringMatching(/^WebACLArn: "arn:aws:wafv2:us-east-1:\d+:regional\/webacl\/front\/\w+"$/)],
  ])
})
