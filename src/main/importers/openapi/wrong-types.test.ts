import { describe, expect, it } from 'vitest'
import { checkTypes } from '../../project-format/check-types'
import { isRecord } from '../json-place'
import { importSample, openApi } from './import-sample'

const INTEGRATION = 'x-amazon-apigateway-integration'
const LAMBDA = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations'

/** A document that uses every member that is read. */
const WHOLE = openApi({
  info: { title: 'Whole', description: 'd', version: '1', license: {}, contact: {} },
  servers: [
    {
      url: '/v1',
      variables: { basePath: { default: '/x' } },
      'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['a'] },
    },
  ],
  tags: [{ name: 'a', 'x-amazon-apigateway-tag-value': 'b' }],
  security: [{ token: [], key: [] }],
  'x-amazon-apigateway-api-key-source': 'HEADER',
  'x-amazon-apigateway-binary-media-types': ['a/b'],
  'x-amazon-apigateway-minimum-compression-size': 1,
  'x-amazon-apigateway-cors': { allowOrigins: ['*'], maxAge: 1, allowCredentials: true },
  'x-amazon-apigateway-documentation': {
    version: '1',
    documentationParts: [{ location: { type: 'METHOD', path: '/a', method: 'GET' }, properties: { description: 'd' } }],
  },
  'x-amazon-apigateway-gateway-responses': {
    THROTTLED: { statusCode: '429', responseParameters: { a: 'b' }, responseTemplates: { a: 'b' } },
  },
  'x-amazon-apigateway-policy': {
    Version: '1',
    Id: 'i',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: ['a'], Resource: { Ref: 'x' }, Condition: { a: { b: ['c'] } } },
    ],
  },
  'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
  'x-amazon-apigateway-request-validator': 'all',
  paths: {
    '/a/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
      post: {
        operationId: 'o',
        description: 'd',
        security: [{ token: ['s'] }],
        parameters: [{ $ref: '#/components/parameters/P' }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } },
        },
        responses: {
          '200': {
            description: 'd',
            headers: { H: { required: true } },
            content: { 'a/b': { schema: { type: 'object' } } },
          },
        },
        'x-amazon-apigateway-auth': { type: 'NONE' },
        'x-amazon-apigateway-request-validator': 'all',
        'x-gatewright-handler': './a.mjs#b',
        [INTEGRATION]: {
          type: 'aws_proxy',
          httpMethod: 'POST',
          uri: { 'Fn::Join': ['', ['a', { 'Fn::GetAtt': ['b', 'c'] }]] },
          timeoutInMillis: 100,
          payloadFormatVersion: '2.0',
          requestParameters: { a: 'b' },
          requestTemplates: { 'application/json': { 'Fn::Sub': ['${a}', { a: 'b' }] } },
          responseParameters: { 500: { a: 'b' } },
          cacheKeyParameters: ['a'],
          tlsConfig: { insecureSkipVerification: true },
          responses: { default: { statusCode: 200, responseTemplates: { a: 'b' } }, '400': { statusCode: '400' } },
        },
      },
    },
  },
  components: {
    parameters: { P: { name: 'p', in: 'query' } },
    securitySchemes: {
      token: {
        type: 'apiKey',
        name: 'A',
        in: 'header',
        [INTEGRATION]: 1,
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri: LAMBDA,
          identitySource: 'a',
          authorizerResultTtlInSeconds: 1,
          jwtConfiguration: { issuer: 'i', audience: ['a'] },
          providerARNs: ['p'],
        },
      },
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    },
    schemas: {
      S: {
        type: 'object',
        required: ['a'],
        nullable: true,
        properties: { a: { enum: ['x'], exclusiveMinimum: 1 } },
        allOf: [{ $ref: '#/components/schemas/T' }],
      },
      T: {
        items: [{}],
        prefixItems: [{}],
        dependentRequired: { a: ['b'] },
        patternProperties: { a: {} },
        $defs: { D: {} },
      },
    },
  },
})

type Path = readonly (string | number)[]

/** Every place of a value, the value itself left out. */
function placesOf(value: unknown, path: Path = []): Path[] {
  const keys = Array.isArray(value) ? [...value.keys()] : isRecord(value) ? Object.keys(value) : []
  return keys.flatMap((key) => [[...path, key], ...placesOf(childOf(value, key), [...path, key])])
}

function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isRecord(value) ? value[key] : undefined
}

/** The same value with another one at a place. */
function replaced(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return other
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, other) : item))
  return isRecord(value) ? { ...value, [key]: replaced(value[key], rest, other) } : value
}

describe('a document with one wrong value', () => {
  const places = placesOf(WHOLE)
  const wrongs: readonly unknown[] = [null, true, -1.5, 'x', [], [null], {}, { $ref: '#/paths' }, { Ref: 'x' }]

  it('is the subject of many cases', () => {
    expect(places.length).toBeGreaterThan(150)
  })

  it.each(['REST', 'HTTP'] as const)('still gives a %s API whose project opens', (protocolType) => {
    const checked = new Set<string>()
    for (const path of places) {
      for (const wrong of wrongs) {
        const document = replaced(WHOLE, path, wrong)
        const { design } = importSample(isRecord(document) ? document : {}, { protocolType })
        const isRefused = path[0] === 'paths' && path.length === 1 && !isRecord(wrong)
        expect(design === null, JSON.stringify([path, wrong])).toBe(isRefused)
        const project = JSON.stringify({ gatewright: 1, ...design })
        if (isRefused || checked.has(project)) continue
        checked.add(project)
        const problems = checkTypes(JSON.parse(project), () => undefined)
        expect(problems, JSON.stringify([path, wrong])).toEqual([])
      }
    }
  })
})
