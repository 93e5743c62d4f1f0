import { expect, it } from 'vitest'
import { designWith, found, httpApi, restApi } from '../review.fixture'
import { noCustomDomain as RULE } from './no-custom-domain'

it('finds APIs that no domain leads to', () => {
  expect(found(RULE, designWith(httpApi({})))).toEqual(['info /apis/0'])
})

it('finds nothing where a domain leads, nothing is deployed, or nobody outside calls', () => {
  const api = httpApi({})
  const domainNames = [{ domainName: 'api.example.com', basePathMappings: [{ basePath: '(none)', apiId: api.id }] }]
  const isPrivate = restApi({}, { endpointConfiguration: { types: ['PRIVATE'] } })
  const designs = [designWith(api, { domainNames }), designWith(httpApi({}, { stages: {} })), designWith(isPrivate)]
  expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
})
