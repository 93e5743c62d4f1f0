import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import type { ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { mockMethod } from '@shared/design/mock-method'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import { Random } from '../../project-format/testing/random'
import { randomDesign } from '../testing/random-design'
import { exportOpenApi } from './export-openapi'

const rest = newRestApi('Orders and more')
const withApis = (...apis: Design['apis']): Design => ({ ...emptyDesign('shop'), apis })

function document(design: Design, request: Partial<ExportRequest> = {}): Record<string, unknown> {
  const { files } = exportOpenApi(design, { format: 'openapi3', syntax: 'json', ...request })
  return JSON.parse(files[0]?.text ?? 'null') as Record<string, unknown>
}

function said(design: Design, request: Partial<ExportRequest> = {}): string[] {
  const { diagnostics } = exportOpenApi(design, { format: 'openapi3', ...request })
  return diagnostics.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)
}

describe('exportOpenApi', () => {
  it('writes a REST API as the service does', () => {
    expect(document(withApis(rest))).toEqual({
      openapi: '3.0.1',
      info: { title: 'Orders and more', version: '1.0.0' },
      servers: [
        {
          url: `https://${rest.id}.execute-api.us-east-1.amazonaws.com/{basePath}`,
          variables: { basePath: { default: 'prod' } },
          'x-amazon-apigateway-endpoint-configuration': { types: ['REGIONAL'] },
        },
      ],
      paths: {
        '/': {
          get: {
            responses: { 200: { description: '200 response', content: {} } },
            'x-amazon-apigateway-integration': {
              type: 'mock',
              requestTemplates: { 'application/json': '{"statusCode": 200}' },
              responses: { default: { statusCode: '200' } },
            },
          },
        },
      },
      components: {},
    })
  })

  it('writes Swagger with its own words for the same', () => {
    expect(document(withApis(rest), { format: 'swagger2' })).toMatchObject({
      swagger: '2.0',
      host: `${rest.id}.execute-api.us-east-1.amazonaws.com`,
      basePath: '/prod',
      schemes: ['https'],
      paths: { '/': { get: { responses: { 200: { description: '200 response' } } } } },
    })
  })

  it('writes YAML unless asked for JSON, and names the file after the API', () => {
    const names = (['yaml', 'json'] as const).flatMap((syntax) =>
      (['openapi3', 'swagger2'] as const).map((format) => exportOpenApi(withApis(rest), { format, syntax }).files),
    )
    expect(names.map(([file]) => file?.name)).toEqual([
      'orders-and-more.openapi.yaml',
      'orders-and-more.swagger.yaml',
      'orders-and-more.openapi.json',
      'orders-and-more.swagger.json',
    ])
    expect(exportOpenApi(withApis(rest), { format: 'openapi3' }).files[0]?.text).toMatch(/^openapi: '3\.0\.1'\ninfo:\n/)
  })

  it('keeps the order of integration responses whose patterns look like numbers', () => {
    const integrationResponses = ['5\\d{2}', '404', '400'].map((selectionPattern) => ({
      statusCode: '400',
      selectionPattern,
    }))
    const method = { ...mockMethod(), integration: { type: 'MOCK' as const, integrationResponses } }
    const design = withApis({ ...rest, resources: { '/': { methods: { GET: method } } } })
    for (const syntax of ['yaml', 'json'] as const) {
      const text = exportOpenApi(design, { format: 'openapi3', syntax }).files[0]?.text ?? ''
      const keys = [...text.matchAll(/^ +['"]?(5[^'":]*|404|400)['"]?:/gm)].map(([, key]) => key?.charAt(2))
      expect(keys).toEqual(['d', '4', '0'].map((last, index) => (index === 0 && syntax === 'json' ? '\\' : last)))
    }
  })

  it('refuses a WebSocket API, an HTTP API as Swagger, and several APIs at once', () => {
    const http = newHttpApi('Items')
    const socket = newWebSocketApi('Chat')
    expect(exportOpenApi(withApis(socket), { format: 'openapi3' })).toEqual({
      files: [],
      diagnostics: [
        {
          code: 'export/refused',
          severity: 'error',
          message: 'Chat is a WebSocket API, which OpenAPI 3.0 cannot describe. Export CloudFormation.',
          pointer: '/apis/0',
        },
      ],
    })
    expect(exportOpenApi(withApis(http), { format: 'swagger2' }).diagnostics[0]?.message).toBe(
      'Items is an HTTP API, which Swagger 2.0 cannot describe. Export OpenAPI 3.0.',
    )
    expect(exportOpenApi(withApis(rest, http), { format: 'openapi3' })).toMatchObject({
      files: [],
      diagnostics: [{ message: 'An OpenAPI document describes one API. Choose one of Orders and more and Items.' }],
    })
    expect(document(withApis(rest, http), { apiIds: [http.id] })).toMatchObject({ info: { title: 'Items' } })
  })

  it('leaves every extension out when asked to, and writes ANY out', () => {
    const resources = { '/files/{proxy+}': { methods: { ANY: mockMethod(), GET: mockMethod() } } }
    const plain = document(withApis({ ...rest, resources }), { hasExtensions: false })
    expect(JSON.stringify(plain)).not.toContain('x-')
    const item = (plain['paths'] as Record<string, Record<string, unknown>>)['/files/{proxy}']
    expect(Object.keys(item ?? {})).toEqual(['get', 'post', 'put', 'patch', 'delete', 'head', 'options'])
    expect(item?.['put']).toMatchObject({ parameters: [{ name: 'proxy', in: 'path', required: true }] })
  })

  it('puts the handler of a function beside the integration that names it, unless asked not to', () => {
    const uri =
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:create/invocations'
    const integration = { type: 'AWS_PROXY' as const, httpMethod: 'POST', uri, integrationResponses: [] }
    const api = { ...rest, resources: { '/': { methods: { POST: { ...mockMethod(), integration } } } } }
    const design = { ...withApis(api), functions: { create: { handler: './handlers/orders.mjs#create' } } }
    expect(document(design)).toMatchObject({
      paths: { '/': { post: { 'x-gatewright-handler': './handlers/orders.mjs#create' } } },
    })
    expect(JSON.stringify(document(design, { hasOwnMembers: false }))).not.toContain('x-gatewright')
  })

  it('says what an OpenAPI document has no place for, each kind once', () => {
    const design = {
      ...withApis(rest),
      usagePlans: [
        { id: 'plan01', name: 'gold', apiStages: [{ apiId: rest.id, stage: 'prod' }], keyIds: ['key0000001'] },
      ],
      apiKeys: [{ id: 'key0000001', name: 'mobile', enabled: true, value: 'a'.repeat(30) }],
      domainNames: [
        { domainName: 'api.example.com', basePathMappings: [{ basePath: '(none)', apiId: rest.id, stage: 'prod' }] },
      ],
    }
    expect(said(design)).toEqual([
      'info export/needs-value /apis/0/endpointConfiguration/types',
      'info export/not-carried /apis/0/stages',
      'info export/not-carried /usagePlans/0',
      'info export/not-carried /apiKeys/0',
      'info export/not-carried /domainNames/0',
    ])
  })

  it('says that a route would be open, or a body unchecked, for want of what it names', () => {
    const method = {
      ...mockMethod(),
      authorizationType: 'CUSTOM' as const,
      authorizerId: 'gone',
      requestValidatorId: 'gone',
      requestModels: { 'application/json': 'Gone' },
    }
    const design = withApis({ ...rest, resources: { '/': { methods: { POST: method } } } })
    expect(said(design).filter((line) => line.startsWith('error'))).toEqual([
      'error export/not-carried /apis/0/resources/~1/methods/POST/requestModels/application~1json',
      'error export/not-carried /apis/0/resources/~1/methods/POST/authorizerId',
      'error export/not-carried /apis/0/resources/~1/methods/POST/requestValidatorId',
    ])
  })

  it('is the same text for the same design', () => {
    const design = randomDesign(new Random(11), { apis: 1, protocolTypes: ['REST'] })
    const text = () => exportOpenApi(design, { format: 'openapi3' }).files[0]?.text
    expect(text()).toBe(text())
  })
})

describe('what is exported', () => {
  const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

  it.each(seeds)('is valid by another validator, with extensions and without (seed %i)', async (seed) => {
    const design = randomDesign(new Random(seed), { apis: 1, protocolTypes: ['REST', 'HTTP'] })
    const isRest = design.apis[0]?.protocolType === 'REST'
    for (const format of isRest ? (['openapi3', 'swagger2'] as const) : (['openapi3'] as const)) {
      for (const hasExtensions of [true, false]) {
        const { valid, errors } = await new Validator().validate(document(design, { format, hasExtensions }))
        expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
      }
    }
  })
})
