import { expect, it } from 'vitest'
import { designWith, found, FUNCTION_ARN, httpApi, restApi } from '../review.fixture'
import { secretInAuthorizerContext as RULE } from './secret-in-authorizer-context'

const logging = (format: string) =>
  designWith(httpApi({}, { stages: { prod: { autoDeploy: true, accessLogSettings: { format } } } }))
const LOG = 'warning /apis/0/stages/prod/accessLogSettings/format'

it.each([
  '$context.authorizer.accessToken',
  '{"t":"$context.authorizer.token"}',
  '$context.authorizer.db_password',
  '$context.authorizer.apiKey $context.authorizer.apiKey',
  "$context.authorizer['client-secret']",
])('finds a log format with %s', (format) => {
  expect(found(RULE, logging(format))).toEqual([LOG])
})

it('finds it in templates and mappings', () => {
  const integration = {
    type: 'HTTP',
    integrationResponses: [],
    requestTemplates: { 'application/json': '{"key": "$context.authorizer.secretKey"}' },
    requestParameters: { 'integration.request.header.Authorization': 'context.authorizer.backendPassword' },
  } as const
  const items = {
    integrationType: 'AWS_PROXY',
    integrationUri: FUNCTION_ARN,
    requestParameters: { 'overwrite:header.x': '$context.authorizer.jwt' },
  } as const
  const http = httpApi({ 'GET /a': {} }, { integrations: { items } })
  expect(found(RULE, designWith(restApi({ 'GET /a': { integration } })))).toEqual([
    'warning /apis/0/resources/~1a/methods/GET/integration/requestTemplates/application~1json',
    'warning /apis/0/resources/~1a/methods/GET/integration/requestParameters/integration.request.header.Authorization',
  ])
  expect(found(RULE, designWith(http))).toEqual([
    'warning /apis/0/integrations/items/requestParameters/overwrite:header.x',
  ])
})

it.each([
  '$context.authorizer.principalId',
  '$context.authorizer.tokenIssuer',
  '$context.authorizer.claims.sub',
  '$context.identity.apiKeyId',
  '',
])('finds nothing in "%s"', (format) => {
  expect(found(RULE, logging(format))).toEqual([])
})
