import { describe, expect, it } from 'vitest'
import { mockMethod } from '../../design/mock-method'
import { designWith, found, foundAfterFixes, httpApi, restApi, webSocketApi } from '../review.fixture'
import { publicRouteWithoutAuthorization as RULE } from './public-route-without-authorization'

const AUTHORIZED = { authorizationType: 'CUSTOM', authorizerId: 'tokens' } as const

describe('public-route-without-authorization', () => {
  it('finds open methods: those that change something as errors', () => {
    const design = designWith(restApi({ 'GET /orders': {}, 'POST /orders': {} }))
    expect(found(RULE, design)).toEqual([
      'warning /apis/0/resources/~1orders/methods/GET/authorizationType',
      'error /apis/0/resources/~1orders/methods/POST/authorizationType',
    ])
    expect(RULE.find(design).map(({ fix }) => fix)).toEqual([undefined, undefined])
  })

  it('finds nothing where somebody is asked, or nothing is behind', () => {
    const keyed = { apiKeyRequired: true }
    expect(
      found(
        RULE,
        designWith(restApi({ 'POST /a': AUTHORIZED, 'POST /b': keyed, 'POST /c': mockMethod(), 'OPTIONS /d': {} })),
      ),
    ).toEqual([])
    const policy = { Statement: { Effect: 'Deny' } } as const
    const endpointConfiguration = { types: ['PRIVATE'] } as const
    expect(found(RULE, designWith(restApi({ 'POST /a': {} }, { policy })))).toEqual([])
    expect(found(RULE, designWith(restApi({ 'POST /a': {} }, { endpointConfiguration })))).toEqual([])
  })

  it('takes mutual TLS for an answer only when the default endpoint is off', () => {
    const open = (disableExecuteApiEndpoint: boolean) => {
      const api = restApi({ 'POST /a': {} }, { disableExecuteApiEndpoint })
      const domain = {
        domainName: 'api.example.com',
        mutualTlsAuthentication: { truststoreUri: 's3://b/k' },
        basePathMappings: [{ basePath: '(none)', apiId: api.id, stage: 'prod' }],
      }
      return found(RULE, designWith(api, { domainNames: [domain] })).length
    }
    expect([open(true), open(false)]).toEqual([0, 1])
  })

  it('offers the authorizer that the other routes use', () => {
    const rest = designWith(restApi({ 'POST /a': {}, 'POST /b': AUTHORIZED }))
    const http = designWith(httpApi({ 'POST /a': {}, 'POST /b': AUTHORIZED, $default: {} }))
    expect([found(RULE, rest).length, foundAfterFixes(RULE, rest)]).toEqual([1, []])
    expect([found(RULE, http).length, foundAfterFixes(RULE, http)]).toEqual([2, []])
  })

  it('asks of WebSocket APIs who connects', () => {
    expect(found(RULE, designWith(webSocketApi({ $connect: {}, say: {} })))).toEqual(['error /apis/0/routes/$connect'])
    expect(found(RULE, designWith(webSocketApi({ say: {} })))).toEqual(['error /apis/0/routes'])
    expect(found(RULE, designWith(webSocketApi({ $connect: AUTHORIZED, say: {} })))).toEqual([])
  })
})
