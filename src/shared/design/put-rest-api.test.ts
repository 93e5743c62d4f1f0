import { describe, expect, it } from 'vitest'
import type { Method } from './method'
import { mockMethod } from './mock-method'
import { putRestApi } from './put-rest-api'
import type { RestApi } from './rest-api'

const existingMethod: Method = { ...mockMethod(), description: 'as it was' }
const importedMethod: Method = mockMethod()

const existing: RestApi = {
  protocolType: 'REST',
  id: 'abcdefghij',
  name: 'Orders',
  description: 'Takes orders.',
  endpointConfiguration: { types: ['REGIONAL'] },
  minimumCompressionSize: 100,
  tags: { team: 'a', cost: '1' },
  apiKeySource: 'AUTHORIZER',
  binaryMediaTypes: ['image/heif'],
  resources: {
    '/orders': { methods: { GET: existingMethod, POST: existingMethod } },
    '/old': { methods: { GET: existingMethod } },
  },
  authorizers: { token: { type: 'TOKEN' } },
  models: { Order: { contentType: 'application/json', schema: { type: 'object' } } },
  requestValidators: { body: { validateRequestBody: true, validateRequestParameters: false } },
  gatewayResponses: { THROTTLED: { statusCode: '503' } },
  stages: { prod: { methodSettings: {}, variables: { a: 'b' } } },
  deployments: [],
}

const imported: RestApi = {
  protocolType: 'REST',
  id: 'zzzzzzzzzz',
  name: 'Orders 2',
  endpointConfiguration: { types: ['EDGE'] },
  tags: { team: 'b' },
  apiKeySource: 'HEADER',
  binaryMediaTypes: ['image/png', 'image/heif', 'image/jpg'],
  resources: { '/orders': { methods: { GET: importedMethod } }, '/new': { methods: { ANY: importedMethod } } },
  authorizers: {},
  models: { Item: { contentType: 'application/json', schema: {} } },
  requestValidators: {},
  gatewayResponses: {},
  stages: { test: { methodSettings: {} } },
  deployments: [],
}

const kept = { protocolType: 'REST', id: 'abcdefghij', endpointConfiguration: { types: ['REGIONAL'] } } as const

describe('putRestApi', () => {
  it('merges method by method, and keeps what the document does not mention', () => {
    expect(putRestApi(existing, imported, 'merge')).toEqual({
      ...kept,
      name: 'Orders 2',
      description: 'Takes orders.',
      minimumCompressionSize: 100,
      tags: { team: 'b', cost: '1' },
      apiKeySource: 'AUTHORIZER',
      binaryMediaTypes: ['image/heif', 'image/png', 'image/jpg'],
      resources: {
        '/orders': { methods: { GET: importedMethod, POST: existingMethod } },
        '/old': { methods: { GET: existingMethod } },
        '/new': { methods: { ANY: importedMethod } },
      },
      authorizers: { token: { type: 'TOKEN' } },
      models: { ...existing.models, ...imported.models },
      requestValidators: existing.requestValidators,
      gatewayResponses: { THROTTLED: { statusCode: '503' } },
      stages: existing.stages,
      deployments: [],
    })
  })

  it('overwrites everything but id, endpoint, stages and deployments', () => {
    expect(putRestApi(existing, imported, 'overwrite')).toEqual({
      ...kept,
      name: 'Orders 2',
      tags: { team: 'b' },
      apiKeySource: 'HEADER',
      binaryMediaTypes: ['image/png', 'image/heif', 'image/jpg'],
      resources: imported.resources,
      authorizers: {},
      models: imported.models,
      requestValidators: {},
      gatewayResponses: {},
      stages: existing.stages,
      deployments: [],
    })
  })

  it('leaves no binary media types that neither of the two has', () => {
    const { binaryMediaTypes: _, ...textOnly } = existing
    const { binaryMediaTypes: __, ...importedText } = imported
    expect(putRestApi(textOnly, importedText, 'merge')).not.toHaveProperty('binaryMediaTypes')
    expect(putRestApi(existing, importedText, 'overwrite')).not.toHaveProperty('binaryMediaTypes')
  })
})
