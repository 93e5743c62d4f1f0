import { describe, expect, test } from 'vitest'
import type { JsonSchema } from './model'
import { sampleFromSchema } from './sample-from-schema'

const sample = (schema: JsonSchema, models: Parameters<typeof sampleFromSchema>[1] = {}): unknown =>
  sampleFromSchema(schema, models)

test('gives every property of an object, with the limits kept', () => {
  expect(
    sample({
      type: 'object',
      required: ['customerId', 'items'],
      properties: {
        customerId: { type: 'string', pattern: '^[A-Z0-9]{10}$' },
        items: {
          type: 'array',
          minItems: 2,
          items: {
            type: 'object',
            properties: { productId: { type: 'string' }, quantity: { type: 'integer', minimum: 1 } },
          },
        },
        totalAmount: { type: 'number', minimum: 0.01, maximum: 100 },
        isGift: { type: 'boolean' },
        placedAt: { type: 'string', format: 'date-time' },
        note: { type: ['null', 'string'], minLength: 6 },
      },
    }),
  ).toEqual({
    customerId: 'ABCDEFGHIJ',
    items: [
      { productId: 'productId', quantity: 1 },
      { productId: 'productId', quantity: 1 },
    ],
    totalAmount: 1,
    isGift: true,
    placedAt: '2026-11-20T14:02:11Z',
    note: 'notexx',
  })
})

describe('a value that the schema names', () => {
  test.each([
    [{ example: 7, type: 'string' }, 7],
    [{ default: null, type: 'string' }, null],
    [{ enum: ['GOLD', 'SILVER'] }, 'GOLD'],
    [{ examples: [[1]] }, [1]],
  ])('of %j is taken', (schema, value) => {
    expect(sample(schema)).toEqual(value)
  })
})

describe('a number', () => {
  test.each([
    [{ type: 'integer' }, 1],
    [{ type: 'integer', minimum: 5, exclusiveMinimum: true }, 6],
    [{ type: 'integer', minimum: 7, multipleOf: 5 }, 10],
    [{ type: 'number', maximum: -2 }, -2],
    [{ type: 'number', maximum: 1, exclusiveMaximum: true, minimum: 0 }, 0.5],
    [{ type: 'number', exclusiveMinimum: 3 }, 4],
    [{ minimum: 10 }, 10],
    [{ type: 'number', minimum: 0.3, maximum: 0.9, multipleOf: 0.25 }, 0.75],
  ])('of %j keeps its limits', (schema, value) => {
    expect(sample(schema)).toBe(value)
  })
})

describe('references', () => {
  const models = {
    Item: {
      schema: {
        type: 'object',
        properties: { sku: { $ref: '#/definitions/Sku' } },
        definitions: { Sku: { enum: ['S'] } },
      },
    },
  }

  test('lead to other models, whose own definitions are theirs', () => {
    const url = 'https://apigateway.amazonaws.com/restapis/a1b2c3d4e5/models/Item'
    expect(
      sample(
        { properties: { item: { $ref: url }, tail: { $ref: '#/definitions/T' } }, definitions: { T: { enum: [1] } } },
        models,
      ),
    ).toEqual({
      item: { sku: 'S' },
      tail: 1,
    })
  })

  test('that lead nowhere leave the property out', () => {
    expect(sample({ properties: { a: { $ref: '#/gone' }, b: { $ref: '#/__proto__' }, c: { type: 'null' } } })).toEqual({
      c: null,
    })
  })

  test('to themselves end where they may be left out', () => {
    const tree = {
      type: 'object',
      properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } },
    }
    expect(sample(tree)).toEqual({ name: 'name', children: [{ name: 'name', children: [] }] })
    expect(sample({ $ref: '#' })).toBeNull()
    expect(sample({ required: ['next'], properties: { next: { $ref: '#' } } })).toBeNull()
  })
})

test('joins allOf, and takes the first of oneOf and anyOf', () => {
  expect(
    sample({
      allOf: [{ properties: { a: { enum: [1] } }, required: ['a'] }, { properties: { b: { enum: [2] } } }],
      oneOf: [{ properties: { c: { enum: [3] } } }, { properties: { d: {} } }],
    }),
  ).toEqual({ a: 1, b: 2, c: 3 })
})

test('tells the items of a set apart', () => {
  expect(sample({ type: 'array', uniqueItems: true, minItems: 3, items: { type: 'integer' } })).toEqual([1, 2, 3])
  expect(sample({ type: 'array', items: [{ type: 'boolean' }, { type: 'null' }] })).toEqual([true, null])
  expect(sample({ type: 'array', maxItems: 0 })).toEqual([])
})

test('stays small whatever the schema asks for', () => {
  const wide = {
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`p${index}`, {}])),
  }
  expect(Object.keys(sample(wide) as object).length).toBeLessThan(500)
  const deep = (levels: number): JsonSchema => (levels === 0 ? {} : { type: 'array', items: deep(levels - 1) })
  expect(JSON.stringify(sample(deep(200)))).toBe('['.repeat(25) + ']'.repeat(25))
})
