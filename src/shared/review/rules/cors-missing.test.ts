import { describe, expect, it } from 'vitest'
import { mockMethod } from '../../design/mock-method'
import type { Method } from '../../design/method'
import { findRestApi } from '../../design/route-key'
import { designWith, found, foundAfterFixes, httpApi, restApi, webSocketApi } from '../review.fixture'
import { corsMissing as RULE } from './cors-missing'

const preflight: Method = {
  ...mockMethod(),
  integration: {
    type: 'MOCK',
    integrationResponses: [
      {
        statusCode: '200',
        responseParameters: {
          'method.response.header.Access-Control-Allow-Origin': "'https://shop.example.com'",
          'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
        },
      },
    ],
  },
}
const ALLOWED = { responseParameters: { 'gatewayresponse.header.access-control-allow-origin': "'*'" } }
const READABLE = { DEFAULT_4XX: ALLOWED, DEFAULT_5XX: ALLOWED }

describe('cors-missing', () => {
  it('mentions REST and HTTP APIs that no page can call', () => {
    expect(found(RULE, designWith(restApi({ 'GET /a': {} })))).toEqual(['info /apis/0/resources'])
    expect(found(RULE, designWith(httpApi({ 'GET /a': {} })))).toEqual(['info /apis/0'])
  })

  it('finds resources that were forgotten, and answers their preflights with their verbs', () => {
    const api = restApi({ 'GET /a': {}, 'OPTIONS /a': preflight, 'PUT /b': {} }, { gatewayResponses: READABLE })
    const design = designWith(api)
    expect(found(RULE, design)).toEqual(['warning /apis/0/resources/~1b'])
    const fixed = RULE.find(design)[0]!.fix!.apply(design)
    expect(found(RULE, fixed)).toEqual([])
    const options = findRestApi(fixed, api.id)?.resources['/b']?.methods.OPTIONS
    expect(options?.integration?.integrationResponses[0]?.responseParameters).toEqual({
      'method.response.header.Access-Control-Allow-Origin': "'https://shop.example.com'",
      'method.response.header.Access-Control-Allow-Methods': "'PUT,OPTIONS'",
    })
  })

  it('finds errors of the gateway that pages cannot read, and lets them', () => {
    const design = designWith(restApi({ 'GET /a': {}, 'OPTIONS /a': preflight }))
    expect(found(RULE, design)).toEqual(['info /apis/0/gatewayResponses', 'info /apis/0/gatewayResponses'])
    expect(foundAfterFixes(RULE, design)).toEqual([])
  })

  it('finds verbs that an HTTP API does not allow, but for those that browsers never ask for', () => {
    const corsConfiguration = { allowOrigins: ['*'], allowMethods: ['GET'] }
    const design = designWith(httpApi({ 'POST /a': {}, 'PUT /a': {}, 'DELETE /a': {} }, { corsConfiguration }))
    expect(found(RULE, design)).toEqual(Array.from({ length: 2 }, () => 'warning /apis/0/corsConfiguration'))
    expect(foundAfterFixes(RULE, design)).toEqual([])
  })

  it('finds nothing where every preflight is answered', () => {
    const rest = restApi({ 'GET /a': {}, 'OPTIONS /a': preflight, 'ANY /b': {} }, { gatewayResponses: READABLE })
    const every = { allowOrigins: ['*'], allowMethods: ['*'] }
    const designs = [
      designWith(rest),
      designWith(httpApi({ 'PUT /a': {} }, { corsConfiguration: every })),
      designWith(httpApi({ 'GET /a': {}, $default: {} })),
      designWith(restApi({ 'GET /a': {} }, { endpointConfiguration: { types: ['PRIVATE'] } })),
      designWith(webSocketApi({ say: {} })),
    ]
    expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
  })
})
