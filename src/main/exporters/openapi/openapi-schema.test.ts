import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '@shared/design/model'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { exportOpenApi } from './export-openapi'

/** The schemas that a model becomes, and what is said about it. */
function written(schema: JsonSchema, format: 'openapi3' | 'swagger2' = 'openapi3') {
  const models = { Order: { contentType: 'application/json', schema } }
  const api = {
    ...newRestApi('Orders'),
    endpointConfiguration: { types: ['EDGE' as const] },
    models,
    stages: {},
    deployments: [],
  }
  const design = { ...emptyDesign('shop'), apis: [api] }
  const { files, diagnostics } = exportOpenApi(design, { format, syntax: 'json' })
  const { components, definitions } = JSON.parse(files[0]?.text ?? '{}') as {
    components?: { schemas: Record<string, unknown> }
    definitions?: Record<string, unknown>
  }
  return {
    schemas: components?.schemas ?? definitions ?? {},
    said: diagnostics.map(
      ({ severity, pointer }) => `${severity} ${pointer.replace('/apis/0/models/Order/schema', '')}`,
    ),
  }
}

const REFERENCE = 'https://apigateway.amazonaws.com/restapis/abc/models/'

describe('the schema of a model', () => {
  it.each<[string, JsonSchema, unknown, string[]]>([
    ['keeps what both have', { type: 'object', required: ['a'] }, { type: 'object', required: ['a'] }, []],
    ['says null by nullable', { type: ['string', 'null'] }, { type: 'string', nullable: true }, []],
    ['says only null by its value', { type: 'null' }, { nullable: true, enum: [null] }, []],
    [
      'says several types by alternatives',
      { type: ['string', 'integer', 'null'], minLength: 1 },
      {
        minLength: 1,
        anyOf: [
          { type: 'string', nullable: true },
          { type: 'integer', nullable: true },
        ],
      },
      ['info /type'],
    ],
    [
      'keeps the alternatives that were there beside them',
      { type: ['string', 'integer'], anyOf: [{ minLength: 1 }] },
      { allOf: [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, { anyOf: [{ minLength: 1 }] }] },
      ['info /type'],
    ],
    [
      'refers to models',
      { items: { $ref: `${REFERENCE}Order` } },
      { items: { $ref: '#/components/schemas/Order' } },
      [],
    ],
    ['refers to itself', { items: { $ref: '#' } }, { items: { $ref: '#/components/schemas/Order' } }, []],
    [
      'refers into itself',
      { properties: { a: { type: 'string' }, b: { $ref: '#/properties/a' } } },
      { properties: { a: { type: 'string' }, b: { $ref: '#/components/schemas/Order/properties/a' } } },
      [],
    ],
    ['names references that lead nowhere', { items: { $ref: `${REFERENCE}Gone` } }, { items: {} }, ['error /items']],
    [
      'loses patterns of properties, and with them what judges the rest',
      { patternProperties: { '^x-': {} }, additionalProperties: false },
      {},
      ['error /patternProperties', 'error /additionalProperties'],
    ],
    [
      'loses items one by one',
      { items: [{ type: 'string' }], additionalItems: false },
      {},
      ['error /items', 'error /additionalItems'],
    ],
    ['loses dependencies', { dependencies: { a: ['b'] } }, {}, ['error /dependencies']],
    [
      'refuses nothing that is valid for the loss of a part',
      { not: { dependencies: { a: ['b'] } } },
      {},
      ['error /not/dependencies', 'error /not'],
    ],
    [
      'takes one of several as any of them then',
      { oneOf: [{ dependencies: {} }] },
      { anyOf: [{}] },
      ['error /oneOf/0/dependencies', 'error /oneOf'],
    ],
    [
      'writes lengths of lists that the service does not take over',
      { minItems: 1 },
      { minItems: 1 },
      ['error /minItems'],
    ],
    [
      'leaves out what is no keyword of the right kind',
      { minimum: 'one', pattern: '(' },
      {},
      ['error /minimum', 'error /pattern'],
    ],
    [
      'does without the name of its dialect',
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      {},
      ['info /$schema'],
    ],
    ['does without limits that limit nothing', { exclusiveMinimum: true, required: [] }, {}, []],
    ['is everything when it is no schema', { items: 5 } as JsonSchema, { items: {} }, ['error /items']],
  ])('%s', (_name, schema, expected, said) => {
    expect(written(schema)).toEqual({ schemas: { Order: expected }, said })
  })

  it('has its definitions as schemas of their own', () => {
    const schema = { definitions: { line: { type: 'string' } }, items: { $ref: '#/definitions/line' } }
    expect(written(schema)).toEqual({
      schemas: { Order: { items: { $ref: '#/components/schemas/OrderLine' } }, OrderLine: { type: 'string' } },
      said: ['info /apis/0/models/Order'],
    })
  })

  it('has lists of types and items one by one in Swagger, but no alternatives', () => {
    const schema = { type: ['array', 'null'], items: [{ type: 'string' }], anyOf: [{ type: 'array' }] }
    expect(written(schema, 'swagger2')).toEqual({
      schemas: { Order: { type: ['array', 'null'], items: [{ type: 'string' }] } },
      said: ['error /anyOf'],
    })
  })
})
