import { describe, expect, test } from 'vitest'
import { checkDesign } from './check-design'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'

const API = '/apis/0'
const SESSION = `${API}/authorizers/session`
const PROD = `${API}/stages/prod`

const AUTHORIZER_CASES: readonly BrokenDesign[] = [
  {
    name: 'TOKEN without an identity source',
    set: { [`${SESSION}/identitySource`]: undefined },
    code: 'design/identity-source-missing',
    pointer: `${SESSION}/identitySource`,
    message:
      'Authorizer session: identitySource is empty. Give the header with the token, as in method.request.header.Authorization.',
  },
  {
    name: 'TOKEN with two headers',
    set: { [`${SESSION}/identitySource`]: 'method.request.header.A,method.request.header.B' },
    code: 'design/identity-source-invalid',
    pointer: `${SESSION}/identitySource`,
    message:
      'Authorizer session: a TOKEN authorizer takes exactly one method.request.header.NAME, not "method.request.header.A,method.request.header.B".',
  },
  {
    name: 'REQUEST that keeps results without an identity source',
    set: { [`${SESSION}/type`]: 'REQUEST', [`${SESSION}/identitySource`]: '' },
    code: 'design/identity-source-missing',
    pointer: `${SESSION}/identitySource`,
    message:
      'Authorizer session: results are kept for 300 s, which needs an identitySource. Give one, or set the TTL to 0.',
  },
  {
    name: 'REQUEST with a path parameter',
    set: {
      [`${SESSION}/type`]: 'REQUEST',
      [`${SESSION}/identitySource`]: 'method.request.header.A, method.request.path.id',
    },
    code: 'design/identity-source-invalid',
    pointer: `${SESSION}/identitySource`,
    message:
      'Authorizer session: "method.request.path.id" is not an identity source. Use method.request.header.NAME, method.request.querystring.NAME, stageVariables.NAME or context.NAME, separated by commas.',
  },
  {
    name: 'a TTL above an hour',
    set: { [`${SESSION}/authorizerResultTtlInSeconds`]: 3601 },
    code: 'design/authorizer-ttl-invalid',
    pointer: `${SESSION}/authorizerResultTtlInSeconds`,
    message: 'Authorizer session: authorizerResultTtlInSeconds is 3601. Give whole seconds from 0 to 3600.',
  },
  {
    name: 'no function',
    set: { [`${SESSION}/authorizerUri`]: undefined },
    code: 'design/authorizer-uri-invalid',
    pointer: `${SESSION}/authorizerUri`,
    message: 'Authorizer session has neither authorizerUri nor a local handler. Give the URI of its function.',
  },
  {
    name: 'a local handler only',
    set: { [`${SESSION}/authorizerUri`]: undefined, [`${SESSION}/handler`]: './auth.mjs#check' },
    code: 'design/authorizer-uri-invalid',
    severity: 'info',
    pointer: `${SESSION}/authorizerUri`,
    message:
      'Authorizer session: ./auth.mjs#check plays the function here, but AWS needs an authorizerUri. Give one before exporting.',
  },
  {
    name: 'the ARN of the function itself',
    set: { [`${SESSION}/authorizerUri`]: 'arn:aws:lambda:us-east-1:123456789012:function:session' },
    code: 'design/authorizer-uri-invalid',
    pointer: `${SESSION}/authorizerUri`,
    message:
      'Authorizer session: authorizerUri "arn:aws:lambda:us-east-1:123456789012:function:session" is not the URI of a function. Write arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations.',
  },
  {
    name: 'Cognito without a user pool',
    set: {
      [`${API}/authorizers/users`]: {
        type: 'COGNITO_USER_POOLS',
        identitySource: 'method.request.header.Authorization',
      },
    },
    code: 'design/authorizer-pool-missing',
    pointer: `${API}/authorizers/users/providerARNs`,
    message: 'Authorizer users: providerARNs is empty. Give the ARN of at least one user pool.',
  },
]

const MODEL_CASES: readonly BrokenDesign[] = [
  {
    name: 'a model name with a dash',
    set: { [`${API}/models/new-order`]: { contentType: 'application/json', schema: { type: 'object' } } },
    code: 'design/model-name-invalid',
    pointer: `${API}/models/new-order`,
    message: 'Model "new-order": a name has letters and digits only. Rename it.',
  },
  {
    name: 'a model without a name',
    set: { [`${API}/models/`]: { contentType: 'application/json', schema: { type: 'object' } } },
    code: 'design/model-name-invalid',
    pointer: `${API}/models/`,
    message: 'Model name must be non-empty',
  },
  {
    name: 'an empty schema',
    set: { [`${API}/models/Item/schema`]: {} },
    code: 'design/model-schema-empty',
    pointer: `${API}/models/Item/schema`,
    message: 'Model Item: Model schema must have at least 1 property or array items defined',
  },
  {
    name: 'a reference to no model',
    set: { [`${API}/models/Item`]: undefined },
    code: 'design/model-ref-unknown',
    pointer: `${API}/models/CreateOrder/schema/properties/item/$ref`,
    message: 'Model CreateOrder: $ref leads to model Item, which does not exist. Add it or change the reference.',
  },
]

const GATEWAY_RESPONSE_CASES: readonly BrokenDesign[] = [
  {
    name: 'a status of 600',
    set: { [`${API}/gatewayResponses/THROTTLED/statusCode`]: '600' },
    code: 'design/status-code-invalid',
    pointer: `${API}/gatewayResponses/THROTTLED/statusCode`,
    message: 'Gateway response THROTTLED: "600" is not a status. Give a number from 100 to 599.',
  },
  {
    name: 'a literal without quotes',
    set: { [`${API}/gatewayResponses/THROTTLED/responseParameters/gatewayresponse.header.X-Why`]: 'limit' },
    code: 'design/gateway-response-parameter-invalid',
    pointer: `${API}/gatewayResponses/THROTTLED/responseParameters/gatewayresponse.header.X-Why`,
    message:
      "Gateway response THROTTLED: parameter gatewayresponse.header.X-Why = limit cannot be set. Name it gatewayresponse.header.NAME and give 'text' in quotes, context.NAME, stageVariables.NAME or method.request.header.NAME.",
  },
]

const STAGE_CASES: readonly BrokenDesign[] = [
  {
    name: 'a stage name with a dot',
    set: { [`${API}/stages/v1.0`]: { methodSettings: {} } },
    code: 'design/stage-name-invalid',
    pointer: `${API}/stages/v1.0`,
    message: 'Stage "v1.0" of Orders: a name has 1 to 128 letters, digits, _ and -. Rename it.',
  },
  {
    name: 'a variable name with a dash',
    set: { [`${PROD}/variables/back-end`]: 'x' },
    code: 'design/stage-variable-invalid',
    pointer: `${PROD}/variables/back-end`,
    message: 'Stage prod, variable "back-end": a name has 1 to 64 letters, digits and _. Rename it.',
  },
  {
    name: 'a variable value with a blank',
    set: { [`${PROD}/variables/host`]: 'a b' },
    code: 'design/stage-variable-invalid',
    pointer: `${PROD}/variables/host`,
    message:
      'Stage prod, variable host: a value has 1 to 512 letters, digits and - . _ ~ : / ? # & = , and nothing else.',
  },
  {
    name: 'a canary variable that is too long',
    set: { [`${PROD}/canarySettings`]: { percentTraffic: 5, stageVariableOverrides: { host: 'x'.repeat(513) } } },
    code: 'design/stage-variable-invalid',
    pointer: `${PROD}/canarySettings/stageVariableOverrides/host`,
    message:
      'Stage prod, variable host: a value has 1 to 512 letters, digits and - . _ ~ : / ? # & = , and nothing else.',
  },
  {
    name: 'a cache size that does not exist',
    set: { [`${PROD}/cacheClusterSize`]: '1' },
    code: 'design/cache-size-invalid',
    pointer: `${PROD}/cacheClusterSize`,
    message:
      'Stage prod: cacheClusterSize "1" does not exist. Choose one of 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237 GB.',
  },
  {
    name: 'a deployment that does not exist',
    set: { [`${PROD}/deploymentId`]: 'dep999' },
    code: 'design/deployment-unknown',
    pointer: `${PROD}/deploymentId`,
    message: 'Stage prod of Orders: deployment dep999 does not exist. Deploy, or choose another.',
  },
  {
    name: 'a canary deployment that does not exist',
    set: { [`${PROD}/canarySettings`]: { percentTraffic: 5, deploymentId: 'dep999' } },
    code: 'design/deployment-unknown',
    pointer: `${PROD}/canarySettings/deploymentId`,
    message: 'Stage prod of Orders: deployment dep999 does not exist. Deploy, or choose another.',
  },
  {
    name: 'a canary of 101 percent',
    set: { [`${PROD}/canarySettings`]: { percentTraffic: 101 } },
    code: 'design/canary-percent-invalid',
    pointer: `${PROD}/canarySettings/percentTraffic`,
    message: 'Stage prod: percentTraffic is 101. Give a number from 0 to 100.',
  },
  {
    name: 'a setting for no method',
    set: { [`${PROD}/methodSettings/~1orders~1PUT`]: { throttlingRateLimit: 1 } },
    code: 'design/method-setting-unknown-route',
    severity: 'warning',
    pointer: `${PROD}/methodSettings/~1orders~1PUT`,
    message: '/orders/PUT in stage prod: Orders has no such method, so the setting has no effect. Remove it.',
  },
  {
    name: 'a negative rate',
    set: { [`${PROD}/methodSettings/*~1*/throttlingRateLimit`]: -1 },
    code: 'design/throttle-rate-invalid',
    pointer: `${PROD}/methodSettings/*~1*/throttlingRateLimit`,
    message: 'All methods in stage prod: throttlingRateLimit is -1. Give a number of requests per second, 0 or more.',
  },
  {
    name: 'half a burst',
    set: { [`${PROD}/methodSettings/~1orders~1POST/throttlingBurstLimit`]: 0.5 },
    code: 'design/throttle-burst-invalid',
    pointer: `${PROD}/methodSettings/~1orders~1POST/throttlingBurstLimit`,
    message: '/orders/POST in stage prod: throttlingBurstLimit is 0.5. Give a whole number of requests, 0 or more.',
  },
  {
    name: 'caching for more than an hour',
    set: { [`${PROD}/methodSettings/~1orders~1{id}~1GET/cacheTtlInSeconds`]: 3601 },
    code: 'design/cache-ttl-invalid',
    pointer: `${PROD}/methodSettings/~1orders~1{id}~1GET/cacheTtlInSeconds`,
    message:
      '/orders/{id}/GET in stage prod: cacheTtlInSeconds is 3601. Give whole seconds from 0 (no caching) to 3600.',
  },
  {
    name: 'two endpoint types',
    set: { [`${API}/endpointConfiguration/types`]: ['EDGE', 'REGIONAL'] },
    code: 'design/endpoint-invalid',
    pointer: `${API}/endpointConfiguration/types`,
    message: 'API Orders has 2 endpoint types. Choose one of EDGE, REGIONAL, PRIVATE.',
  },
  {
    name: 'a private API with ipv4',
    set: { [`${API}/endpointConfiguration`]: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
    code: 'design/endpoint-invalid',
    pointer: `${API}/endpointConfiguration/ipAddressType`,
    message: 'API Orders: a PRIVATE endpoint cannot be ipv4. Set ipAddressType to dualstack.',
  },
]

describe('checks of what routes share', () => {
  test.each([...AUTHORIZER_CASES, ...MODEL_CASES, ...GATEWAY_RESPONSE_CASES, ...STAGE_CASES])(
    'report $name',
    (broken) => {
      expect(foundIn(broken)).toEqual(expectedOf(broken))
    },
  )

  test('an unknown gateway response type is reported with the list of types', () => {
    const [found, ...others] = checkDesign(changedDesign({ [`${API}/gatewayResponses/TIRED`]: {} }))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      code: 'design/gateway-response-type-unknown',
      pointer: `${API}/gatewayResponses/TIRED`,
      message: expect.stringMatching(
        /^Gateway response TIRED does not exist\. Use one of DEFAULT_4XX, .*, WAF_FILTERED\.$/,
      ),
    })
  })

  test('REQUEST that keeps no results needs no identity source', () => {
    const set = {
      [`${SESSION}/type`]: 'REQUEST',
      [`${SESSION}/identitySource`]: undefined,
      [`${SESSION}/authorizerResultTtlInSeconds`]: 0,
    }
    expect(checkDesign(changedDesign(set))).toEqual([])
  })

  test('a burst below or above the rate, a fractional rate and 0 are legal', () => {
    const set = { [`${PROD}/methodSettings/*~1*`]: { throttlingRateLimit: 0.5, throttlingBurstLimit: 0 } }
    expect(checkDesign(changedDesign(set))).toEqual([])
  })

  test('a schema of absurd depth does not exhaust the stack', () => {
    let schema: Record<string, unknown> = { type: 'string' }
    for (let depth = 0; depth < 20_000; depth++) schema = { items: schema }
    expect(checkDesign(changedDesign({ [`${API}/models/Item/schema`]: schema }))).toEqual([])
  })
})
