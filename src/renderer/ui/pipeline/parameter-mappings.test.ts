import { expect, test } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { parameterMappings } from './parameter-mappings'

const api: HttpApi = {
  protocolType: 'HTTP',
  id: 'http000001',
  name: 'Items',
  routes: {
    'GET /items': { target: 'integrations/list', authorizationType: 'NONE' },
    $default: { authorizationType: 'NONE' },
  },
  integrations: {
    list: {
      integrationType: 'HTTP_PROXY',
      requestParameters: { 'append:header.x-user': '$context.identity.sourceIp', 'remove:querystring.debug': "''" },
      responseParameters: { 200: { 'append:header.x-cache': 'no' }, 500: { 'overwrite:statuscode': '502' } },
    },
  },
  authorizers: {},
  stages: {},
}
const request = ['append:header.x-user', 'remove:querystring.debug']

test.each([
  ['GET /items', 200, { request, response: ['append:header.x-cache'] }],
  ['GET /items', 502, { request, response: ['overwrite:statuscode'] }],
  ['GET /items', 404, { request, response: [] }],
  ['$default', 200, { request: [], response: [] }],
  ['__proto__', 200, { request: [], response: [] }],
])('%s answered %i', (routeKey, status, mappings) => {
  expect(parameterMappings(api, routeKey, status)).toEqual(mappings)
})
