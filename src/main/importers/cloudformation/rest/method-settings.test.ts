import { describe, expect, it } from 'vitest'
import { ORDERS, restSample } from './template-sample'

const RESOURCES = {
  Order: { type: 'Resource', RestApiId: '@Orders', ParentId: '@Orders.root', PathPart: 'orders' },
  OrderId: { type: 'Resource', RestApiId: '@Orders', ParentId: '@Order', PathPart: '{id}' },
  List: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@Order' },
  Make: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@Order', HttpMethod: 'POST' },
  Show: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@OrderId' },
}

/** The method settings of a stage in which they are written as given, and what was said of them. */
function read(...MethodSettings: readonly Readonly<Record<string, unknown>>[]) {
  const Prod = { ...ORDERS['Prod'], type: 'Stage', MethodSettings }
  const { api, said } = restSample({ ...ORDERS, ...RESOURCES, Prod })
  return { settings: api.stages['prod']?.methodSettings, said }
}

const AT = '/Resources/Prod/Properties/MethodSettings/0'

describe('the method settings of a stage', () => {
  it('have every member that CloudFormation has', () => {
    const settings = {
      ThrottlingRateLimit: '2000',
      ThrottlingBurstLimit: 1000,
      CachingEnabled: true,
      CacheTtlInSeconds: 60,
      CacheDataEncrypted: 'true',
      LoggingLevel: 'INFO',
      DataTraceEnabled: true,
      MetricsEnabled: false,
    }
    expect(read({ ResourcePath: '/*', HttpMethod: '*', ...settings })).toEqual({
      settings: {
        '*/*': {
          throttlingRateLimit: 2000,
          throttlingBurstLimit: 1000,
          cachingEnabled: true,
          cacheTtlInSeconds: 60,
          cacheDataEncrypted: true,
          loggingLevel: 'INFO',
          dataTraceEnabled: true,
          metricsEnabled: false,
        },
      },
      said: [],
    })
  })

  it.each([
    ['/*', '*', '*/*'],
    ['*', '*', '*/*'],
    ['/', 'GET', '/GET'],
    ['/~1', 'GET', '/GET'],
    ['/orders', 'POST', '/orders/POST'],
    ['/~1orders', 'post', '/orders/POST'],
    ['/~1orders~1{id}', 'GET', '/orders/{id}/GET'],
    ['/orders~1{id}', 'GET', '/orders/{id}/GET'],
  ])('for %s and %s have the key %s', (ResourcePath, HttpMethod, key) => {
    expect(read({ ResourcePath, HttpMethod, MetricsEnabled: true })).toEqual({
      settings: { [key]: { metricsEnabled: true } },
      said: [],
    })
  })

  it('may have plain slashes, with the right words in the report', () => {
    expect(read({ ResourcePath: '/orders/{id}', HttpMethod: 'GET' })).toEqual({
      settings: { '/orders/{id}/GET': {} },
      said: [
        `warning import/path-adjusted ${AT}/ResourcePath: "ResourcePath" of an entry of "MethodSettings" of stage Prod is "/orders/{id}" and read as /orders/{id}. AWS wants it as /~1orders~1{id}.`,
      ],
    })
  })

  it('with a star for one half are for each method that it means', () => {
    expect(read({ ResourcePath: '/orders', HttpMethod: '*', CachingEnabled: false })).toEqual({
      settings: { '/orders/GET': { cachingEnabled: false }, '/orders/POST': { cachingEnabled: false } },
      said: [
        `info import/value-assumed ${AT}: An entry of "MethodSettings" of stage Prod is for all methods of /orders; the 2 of them have a setting of their own each (/orders/GET, /orders/POST).`,
      ],
    })
    expect(Object.keys(read({ ResourcePath: '/*', HttpMethod: 'GET' }).settings ?? {})).toEqual([
      '/GET',
      '/orders/GET',
      '/orders/{id}/GET',
    ])
  })

  it('of one key are joined', () => {
    const all = { ResourcePath: '/*', HttpMethod: '*' }
    expect(read({ ...all, MetricsEnabled: true }, { ...all, CachingEnabled: true }).settings).toEqual({
      '*/*': { metricsEnabled: true, cachingEnabled: true },
    })
  })

  it('do not have cache keys, which belong to integrations', () => {
    const entry = { ResourcePath: '/orders', HttpMethod: 'GET', CachingEnabled: true }
    expect(read({ ...entry, CacheKeyParameters: ['method.request.querystring.status'] })).toEqual({
      settings: { '/orders/GET': { cachingEnabled: true } },
      said: [
        `warning import/not-carried ${AT}/CacheKeyParameters: "CacheKeyParameters" of an entry of "MethodSettings" of stage Prod is left out: AWS refuses it here. What tells cached responses apart belongs to the method: write it under "Integration" of the AWS::ApiGateway::Method.`,
      ],
    })
  })

  it('keep what CloudFormation cannot set, and say so', () => {
    const all = { ResourcePath: '/*', HttpMethod: '*' }
    const { settings, said } = read({ ...all, UnauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' })
    expect(settings).toEqual({ '*/*': { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' } })
    expect(said).toEqual([
      `warning import/value-assumed ${AT}/UnauthorizedCacheControlHeaderStrategy: "UnauthorizedCacheControlHeaderStrategy" of an entry of "MethodSettings" of stage Prod is kept here, but AWS refuses it: CloudFormation cannot set it. Set it after the deployment with aws apigateway update-stage.`,
    ])
  })

  it('name the values that there are when one is none of them', () => {
    const all = { ResourcePath: '/*', HttpMethod: '*' }
    expect(read({ ...all, UnauthorizedCacheControlHeaderStrategy: 'REPLACE_WITH_403' })).toEqual({
      settings: { '*/*': {} },
      said: [
        `error import/value-unknown ${AT}/UnauthorizedCacheControlHeaderStrategy: "UnauthorizedCacheControlHeaderStrategy" of an entry of "MethodSettings" of stage Prod is "REPLACE_WITH_403" and left out. Use one of FAIL_WITH_403, SUCCEED_WITH_RESPONSE_HEADER, SUCCEED_WITHOUT_RESPONSE_HEADER.`,
      ],
    })
  })

  it('without a path or a verb are for all', () => {
    expect(read({ MetricsEnabled: true })).toEqual({
      settings: { '*/*': { metricsEnabled: true } },
      said: [
        `warning import/value-assumed ${AT}: An entry of "MethodSettings" of stage Prod has no "ResourcePath". It is read as one for all of them. Write ResourcePath: /*.`,
        `warning import/value-assumed ${AT}: An entry of "MethodSettings" of stage Prod has no "HttpMethod". It is read as one for all of them. Write HttpMethod: '*'.`,
      ],
    })
  })
})
