import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '@shared/design/model'
import { openApi, restSample, said } from './import-sample'

const REFERENCE = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

/** The draft-04 schema that a schema of the document becomes, with others beside it. */
function converted(schema: unknown, others: object = {}): JsonSchema | undefined {
  return restSample(openApi({ components: { schemas: { A: schema, ...others } } })).models['A']?.schema
}

function saidOf(schemas: object): string[] {
  return said(openApi({ components: { schemas } }))
}

describe('models', () => {
  it('keep what draft-04 has', () => {
    const schema = {
      title: 't',
      description: 'd',
      type: 'object',
      required: ['a'],
      properties: {
        a: {
          type: 'string',
          minLength: 1,
          maxLength: 9,
          pattern: '^a',
          format: 'date',
          default: 'a',
          enum: ['a', 'b'],
        },
      },
      patternProperties: { '^x': { type: 'number', minimum: 1, exclusiveMinimum: true, multipleOf: 0.5 } },
      additionalProperties: { type: ['array', 'null'], items: [{}], additionalItems: false, uniqueItems: true },
      minProperties: 1,
      maxProperties: 3,
      dependencies: { a: ['b'], b: { required: ['c'] } },
      definitions: { D: { not: { type: 'integer' } } },
      allOf: [{ anyOf: [{ oneOf: [{}] }] }],
    }
    expect(converted(schema)).toEqual(schema)
    expect(saidOf({ A: schema })).toEqual([])
  })

  it.each([
    ['a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['an enum', { type: 'string', enum: ['a'], nullable: true }, { type: ['string', 'null'], enum: ['a', null] }],
    ['a combination', { nullable: true, allOf: [{}] }, { anyOf: [{ type: 'null' }, { allOf: [{}] }] }],
    ['nothing', { nullable: true, description: 'x' }, { description: 'x' }],
    ['a type that is false', { type: 'string', nullable: false }, { type: 'string' }],
  ])('write nullable beside %s in draft-04', (_case, schema, expected) => {
    expect(converted(schema)).toEqual(expected)
  })

  it.each([
    [{ exclusiveMinimum: 5 }, { minimum: 5, exclusiveMinimum: true }],
    [{ minimum: 8, exclusiveMinimum: 5 }, { minimum: 8 }],
    [
      { maximum: 8, exclusiveMaximum: 5 },
      { maximum: 5, exclusiveMaximum: true },
    ],
    [{ exclusiveMinimum: true }, {}],
    [{ const: null }, { enum: [null] }],
    [
      { prefixItems: [{ type: 'string' }], items: false },
      { items: [{ type: 'string' }], additionalItems: false },
    ],
    [{ $defs: { X: true }, definitions: { Y: false } }, { definitions: { Y: { not: {} }, X: {} } }],
    [{ dependentRequired: { a: ['b'] }, dependentSchemas: { c: {} } }, { dependencies: { a: ['b'], c: {} } }],
  ])('write %j of newer drafts in draft-04', (schema, expected) => {
    expect(converted(schema)).toEqual(expected)
  })

  it('drop what checks nothing or what the service drops, each keyword said once', () => {
    const schema = {
      type: 'array',
      items: { type: 'string', example: 'x', readOnly: true, xml: {}, deprecated: true },
      minItems: 1,
      maxItems: 2,
      discriminator: { propertyName: 'a' },
      examples: [],
      'x-note': 1,
    }
    expect(converted(schema)).toEqual({ type: 'array', items: { type: 'string' } })
    expect(saidOf({ A: schema, B: { example: 1 } })).toEqual([
      'info import/schema-keyword-dropped /components/schemas/A/items/example',
      'info import/schema-keyword-dropped /components/schemas/A/items/readOnly',
      'info import/schema-keyword-dropped /components/schemas/A/items/xml',
      'info import/schema-keyword-dropped /components/schemas/A/items/deprecated',
      'info import/schema-keyword-dropped /components/schemas/A/minItems',
      'info import/schema-keyword-dropped /components/schemas/A/maxItems',
      'info import/schema-keyword-dropped /components/schemas/A/discriminator',
      'info import/schema-keyword-dropped /components/schemas/A/examples',
      'info import/extension-ignored /components/schemas/A/x-note',
    ])
  })

  it('say each place where a newer word decides what is valid', () => {
    expect(saidOf({ A: { if: {}, contains: {}, unheard: 1 } })).toEqual([
      'warning import/not-carried /components/schemas/A/if',
      'warning import/not-carried /components/schemas/A/contains',
      'warning import/not-carried /components/schemas/A/unheard',
    ])
  })

  it('leave out what has the wrong type', () => {
    const schema = {
      title: 1,
      type: 'file',
      enum: [],
      minimum: '1',
      multipleOf: 0,
      minLength: -1,
      required: true,
      properties: [],
      patternProperties: { '([': {}, '^a': {} },
      allOf: {},
      items: 1,
      uniqueItems: 'yes',
      pattern: '([',
      dependencies: 1,
      not: null,
    }
    expect(converted(schema)).toEqual({ patternProperties: { '^a': {} }, items: {}, not: {} })
    expect(saidOf({ A: schema }).map((line) => line.replace(' /components/schemas/A/', ' '))).toEqual([
      'error import/wrong-type title',
      'error import/wrong-type type',
      'error import/wrong-type enum',
      'error import/wrong-type minimum',
      'error import/wrong-type multipleOf',
      'error import/wrong-type minLength',
      'error import/wrong-type required',
      'error import/wrong-type properties',
      'warning import/pattern-invalid patternProperties/([',
      'error import/wrong-type allOf',
      'error import/wrong-type items',
      'error import/wrong-type uniqueItems',
      'warning import/pattern-invalid pattern',
      'error import/wrong-type dependencies',
      'error import/wrong-type not',
    ])
  })

  it('are open when the schema is no schema at all', () => {
    for (const wrong of [null, 1, 'x', []]) expect(converted(wrong)).toEqual({})
  })

  it('have names of letters and digits, all different', () => {
    const { models } = restSample(
      openApi({ components: { schemas: { 'Order--Full': {}, OrderFull: {}, äö: {}, order_item: {} } } }),
    )
    expect(Object.keys(models)).toEqual(['OrderFull', 'OrderFull2', 'Model', 'orderItem'])
  })
})

describe('references between models', () => {
  it('name the model', () => {
    expect(converted({ properties: { b: { $ref: '#/components/schemas/B--2' } } }, { 'B--2': {} })).toEqual({
      properties: { b: { $ref: `${REFERENCE}B2` } },
    })
  })

  it('may lead into the middle of a schema, which then is a model of its own', () => {
    const { models } = restSample(
      openApi({
        components: {
          schemas: {
            A: { $ref: '#/components/schemas/B/properties/list/items' },
            B: { properties: { list: { items: { type: 'string' } } } },
          },
        },
      }),
    )
    expect(models['A']?.schema).toEqual({ $ref: `${REFERENCE}BPropertiesListItems` })
    expect(models['BPropertiesListItems']?.schema).toEqual({ type: 'string' })
  })

  it('may go in circles through properties and items', () => {
    const { models } = restSample(
      openApi({
        components: {
          schemas: {
            Person: { properties: { house: { $ref: '#/components/schemas/House' } } },
            House: { properties: { people: { items: { $ref: '#/components/schemas/Person' } } } },
          },
        },
      }),
    )
    expect(models['Person']?.schema).toEqual({ properties: { house: { $ref: `${REFERENCE}House` } } })
    expect(models['House']?.schema).toEqual({ properties: { people: { items: { $ref: `${REFERENCE}Person` } } } })
  })

  it('without end are cut, each circle said', () => {
    const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` })
    const schemas = {
      A: ref('B'),
      B: { allOf: [ref('A')] },
      C: { anyOf: [ref('C'), { type: 'string' }] },
      D: { oneOf: [ref('A'), ref('E')] },
      E: { not: ref('D') },
      F: ref('A'),
    }
    const { models } = restSample(openApi({ components: { schemas } }))
    expect(Object.fromEntries(Object.entries(models).map(([name, model]) => [name, model.schema]))).toEqual({
      A: {},
      B: {},
      C: {},
      D: {},
      E: {},
      F: { $ref: `${REFERENCE}A` },
    })
    expect(saidOf(schemas)).toEqual([
      'warning import/reference-cyclic /components/schemas/A',
      'warning import/reference-cyclic /components/schemas/C',
      'warning import/reference-cyclic /components/schemas/D',
    ])
  })

  it('that lead nowhere let every value pass, and are said', () => {
    const schemas = {
      A: {
        properties: {
          a: { $ref: './other.yaml#/X' },
          b: { $ref: '#/components/schemas/Z' },
          c: { $ref: '#/info/title' },
        },
      },
    }
    expect(converted(schemas.A)).toEqual({ properties: { a: {}, b: {}, c: {} } })
    const at = '/components/schemas/A/properties'
    expect(saidOf(schemas)).toEqual([
      `error import/reference-unresolved ${at}/a/$ref`,
      `error import/reference-unresolved ${at}/b/$ref`,
      `error import/reference-unresolved ${at}/c/$ref`,
    ])
  })

  it('keep what stands beside them when it decides, as OpenAPI 3.1 has it', () => {
    const b = { B: { type: 'object' } }
    expect(converted({ $ref: '#/components/schemas/B', required: ['x'] }, b)).toEqual({
      allOf: [{ $ref: `${REFERENCE}B` }, { required: ['x'] }],
    })
    expect(converted({ $ref: '#/components/schemas/B', description: 'x' }, b)).toEqual({ $ref: `${REFERENCE}B` })
    expect(converted({ $ref: '#/components/schemas/B', nullable: true }, b)).toEqual({
      anyOf: [{ type: 'null' }, { $ref: `${REFERENCE}B` }],
    })
  })
})

describe('a body that says more than its reference', () => {
  const schemas = { A: { type: 'object' } }
  const bodyOf = (schema: object) =>
    openApi({
      paths: { '/a': { post: { operationId: 'make', requestBody: { content: { 'application/json': { schema } } } } } },
      components: { schemas },
    })

  it('gets a model of its own when that decides which values are valid', () => {
    const document = bodyOf({ $ref: '#/components/schemas/A', minProperties: 1 })
    expect(restSample(document).models['MakeRequest']?.schema).toEqual({
      allOf: [{ $ref: `${REFERENCE}A` }, { minProperties: 1 }],
    })
  })

  it('has the model it refers to when the rest is words', () => {
    const document = bodyOf({ $ref: '#/components/schemas/A', description: 'Mine.' })
    expect(Object.keys(restSample(document).models)).toEqual(['A'])
    expect(said(document)).toEqual([
      'info import/reference-siblings-dropped /paths/~1a/post/requestBody/content/application~1json/schema',
    ])
  })
})

describe('a keyword that is rewritten', () => {
  it('is reported where it stands in the text', () => {
    const schema = {
      $defs: { b: { const: 1, contains: {} } },
      prefixItems: [{ contains: {} }],
      items: { contains: {} },
    }
    expect(
      saidOf({ A: schema })
        .filter((line) => line.startsWith('warning'))
        .sort(),
    ).toEqual([
      'warning import/not-carried /components/schemas/A/$defs/b/contains',
      'warning import/not-carried /components/schemas/A/items/contains',
      'warning import/not-carried /components/schemas/A/prefixItems/0/contains',
    ])
  })
})
