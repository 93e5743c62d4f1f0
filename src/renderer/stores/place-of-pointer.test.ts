import { expect, it } from 'vitest'
import { addRoute } from '@shared/design/edits/add-route'
import { putRequestValidator } from '@shared/design/edits/put-request-validator'
import { setStageWebAcl } from '@shared/design/edits/set-stage-web-acl'
import { updateMethod } from '@shared/design/edits/update-method'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { placeOfPointer } from './place-of-pointer'

const api = newRestApi('Shop')
const withRoute = addRoute({ ...emptyDesign('shop'), apis: [api] }, api.id, '/orders/{id}', 'POST')
const withValidator = putRequestValidator(withRoute, api.id, 'all', {
  validateRequestBody: true,
  validateRequestParameters: true,
})
const design: Design = updateMethod(withValidator, api.id, '/orders/{id}', 'POST', { requestValidatorId: 'all' })

/** The tab and the step that a pointer leads to, in one line. */
function placeOf(pointer: string): string | null {
  const place = placeOfPointer(design, pointer)
  return place && [place.tab.kind, place.tab.key, place.step, place.stageName].filter(Boolean).join(' | ')
}

it('finds the step of a route that edits a member of its method', () => {
  const at = '/apis/0/resources/~1orders~1{id}/methods/POST'
  expect(
    [
      at,
      `${at}/authorizerId`,
      `${at}/apiKeyRequired`,
      `${at}/requestModels/application~1json`,
      `${at}/integration/uri`,
      `${at}/integration/cacheKeyParameters/0`,
      `${at}/integration/requestTemplates`,
      `${at}/integration/integrationResponses/0/statusCode`,
    ].map(placeOf),
  ).toEqual([
    'route | POST /orders/{id} | client',
    'route | POST /orders/{id} | authorizer',
    'route | POST /orders/{id} | api-key',
    'route | POST /orders/{id} | validation',
    'route | POST /orders/{id} | integration',
    'route | POST /orders/{id} | cache',
    'route | POST /orders/{id} | request-mapping',
    'route | POST /orders/{id} | response-mapping',
  ])
})

it('finds settings of a method with its route and those of a stage in its tab', () => {
  const at = '/apis/0/stages/prod/methodSettings'
  expect(
    [
      `${at}/~1orders~1{id}~1POST/throttlingRateLimit`,
      `${at}/~1GET/cacheTtlInSeconds`,
      `${at}/*~1*/throttlingRateLimit`,
      '/apis/0/stages/prod/variables/a',
    ].map(placeOf),
  ).toEqual([
    'route | POST /orders/{id} | throttle | prod',
    'route | GET / | cache | prod',
    'stages | prod | prod',
    'stages | prod | prod',
  ])
})

it('finds what routes share, and the route that uses a validator', () => {
  expect(
    [
      '/apis/0/authorizers/a/type',
      '/apis/0/gatewayResponses/THROTTLED',
      '/usagePlans/0/quota',
      '/apis/0/requestValidators/all',
    ].map(placeOf),
  ).toEqual(['authorizers', 'gateway-responses', 'usage-plans', 'route | POST /orders/{id} | validation'])
})

it('finds nothing for what no part of the screen edits', () => {
  expect(['/scenarios/0', '/apis/7/name', '/apis/0/requestValidators/other', ''].map(placeOf)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

it('finds the WAF row of a route behind a web ACL, for the ACL and for the stage that names it', () => {
  const acl = { name: 'front', defaultAction: 'ALLOW', rules: [] } as const
  const behind = setStageWebAcl({ ...design, webAcls: [acl] }, api.id, 'prod', 'front')
  const pointers = ['/webAcls/0/rules/1/name', '/apis/0/stages/prod/webAclArn', '/webAcls/1']
  expect(pointers.map((pointer) => placeOfPointer(behind, pointer))).toEqual([
    { apiId: api.id, tab: { kind: 'route', key: 'GET /' }, step: 'waf', stageName: 'prod' },
    { apiId: api.id, tab: { kind: 'route', key: 'GET /' }, step: 'waf', stageName: 'prod' },
    null,
  ])
})
