import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../engine/mapping/query-string'
import { missingTokenDetails } from '../answers/missing-token'
import { requestTime } from './execute-api'
import { checkHost } from './host-names'
import { locateByDomain, locateByPath } from './locate-stage'

describe('locating a stage', () => {
  test('by path keeps what follows the stage as it was sent, but for slashes at its beginning', () => {
    const place = { apiId: 'api', stage: 'prod' }
    expect(locateByPath('/api/prod/a//b/')).toEqual({
      ...place,
      path: '/a//b/',
      eventPath: '/a//b/',
      stagePath: '/prod/a//b/',
    })
    expect(locateByPath('/api/prod//a')).toEqual({ ...place, path: '/a', eventPath: '/a', stagePath: '/prod//a' })
    expect(locateByPath('//api/prod')).toEqual({ ...place, path: '/', eventPath: '/', stagePath: '/prod/' })
    expect([locateByPath('/'), locateByPath('/api'), locateByPath('/api//prod')]).toEqual([null, null, null])
  })

  test('on a custom domain takes the longest base path, whole segments only', () => {
    const mapping = (basePath: string, apiId: string) => ({ basePath, apiId, stage: 'prod' })
    const domain = {
      domainName: 'api.example.com',
      basePathMappings: [
        mapping('(none)', 'one'),
        mapping('orders/v1/items', 'two'),
        mapping('orders/v2/items', 'three'),
        mapping('orders/v2/items/categories', 'four'),
      ],
    }
    const api = (path: string) => locateByDomain(domain, path)?.apiId
    expect([
      api('/orders/v1/items/123'),
      api('/orders/v2/items/categories/5'),
      api('/orders/v2/items/categoriesx'),
      api('/customers'),
      api('/'),
    ]).toEqual(['two', 'four', 'three', 'one', 'one'])
    expect(locateByDomain(domain, '/orders/v1/items/123')).toEqual({
      apiId: 'two',
      stage: 'prod',
      path: '/123',
      eventPath: '/orders/v1/items/123',
      stagePath: '/orders/v1/items/123',
    })
  })
})

describe('the names of a gateway', () => {
  const names = { boundTo: '127.0.0.1', port: 8080, customDomains: ['Api.Example.com'] }

  test('include custom domains with any port, in the spelling of the design', () => {
    expect([checkHost(['api.example.com'], names), checkHost(['API.EXAMPLE.COM:8080'], names)]).toEqual([
      { isAllowed: true, domain: 'Api.Example.com' },
      { isAllowed: true, domain: 'Api.Example.com' },
    ])
  })

  test('include other addresses, but no other names, once it was bound wider on purpose', () => {
    const wide = { ...names, boundTo: '0.0.0.0' }
    const isAllowed = (host: string) => checkHost([host], wide).isAllowed
    expect([isAllowed('192.168.1.5:8080'), isAllowed('[fd00::1]:8080'), isAllowed('evil.example:8080')]).toEqual([
      true,
      true,
      false,
    ])
    expect(checkHost(['192.168.1.5:8080'], names).isAllowed).toBe(false)
  })

  test('may leave out the port only when it is the usual one', () => {
    expect([
      checkHost(['localhost'], names).isAllowed,
      checkHost(['localhost'], { ...names, port: 80 }).isAllowed,
    ]).toEqual([false, true])
  })
})

test('query strings are decoded, and what cannot be stays as it is', () => {
  expect(parseQuery('a=1&b=x+y%2B;c&=d&e=%zz&a=2&&')).toEqual([
    ['a', '1'],
    ['b', 'x y+'],
    ['c', ''],
    ['', 'd'],
    ['e', '%zz'],
    ['a', '2'],
  ])
})

test('request times are written as in a common log', () => {
  expect(requestTime(Date.UTC(2015, 3, 9, 12, 34, 56))).toBe('09/Apr/2015:12:34:56 +0000')
})

test('a whole signature on an unknown path is only a missing token', () => {
  const whole = 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c'
  expect([
    missingTokenDetails(whole, true),
    missingTokenDetails(undefined, false),
    missingTokenDetails(whole, false),
  ]).toEqual([
    {},
    {},
    {
      errorType: 'IncompleteSignatureException',
      message: `Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=${whole}`,
    },
  ])
})
