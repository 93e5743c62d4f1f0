import { describe, expect, test } from 'vitest'
import { attributeJson, attributesJson, attributesSize, readAttributeMap, readAttributeValue } from './attribute-value'

describe('an attribute', () => {
  test('keeps its type and value', () => {
    const item = {
      s: { S: 'text' },
      empty: { S: '' },
      b: { B: 'AAEC' },
      yes: { BOOL: true },
      nothing: { NULL: true },
      list: { L: [{ S: 'a' }, { M: { n: { N: '1' } } }] },
      words: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2.5'] },
    }
    expect(attributesJson(readAttributeMap(item))).toEqual(item)
  })

  test('may be called as members of every object are', () => {
    const item = JSON.parse('{"__proto__": {"S": "a"}, "constructor": {"M": {"__proto__": {"N": "1"}}}}') as never
    const json = attributesJson(readAttributeMap(item))
    expect(JSON.stringify(json)).toBe('{"__proto__":{"S":"a"},"constructor":{"M":{"__proto__":{"N":"1"}}}}')
    expect(({} as { S?: string }).S).toBeUndefined()
  })

  test('has a number in its shortest form', () => {
    expect(attributeJson(readAttributeValue({ N: '061.50' }))).toEqual({ N: '61.5' })
    expect(attributeJson(readAttributeValue({ NS: ['1.0', '2e1'] }))).toEqual({ NS: ['1', '20'] })
  })

  test.each([
    [{}, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    ['text', 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    [{ X: 1 }, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
    [
      { S: 'a', N: '1' },
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    ],
    [{ N: 61 }, 'Invalid attribute value type: the value of N is of another kind'],
    [{ N: 'abc' }, 'The parameter cannot be converted to a numeric value: abc'],
    [
      { NULL: false },
      'One or more parameter values were invalid: Null attribute value types must have the value of true',
    ],
    [{ SS: [] }, 'One or more parameter values were invalid: An string set may not be empty'],
    [{ NS: ['1', '1.0'] }, 'One or more parameter values were invalid: Input collection contains duplicates.'],
    [{ B: '?' }, 'Invalid attribute value type: the value of B is not base64'],
  ])('is not %j', (json, problem) => {
    expect(() => readAttributeValue(json)).toThrow(problem)
  })

  test('lies no more than 32 deep', () => {
    const nested = (depth: number): object => (depth === 0 ? { S: 'x' } : { L: [nested(depth - 1)] })
    expect(attributeJson(readAttributeValue(nested(32)))).toEqual(nested(32))
    expect(() => readAttributeValue(nested(33))).toThrow('Nesting Levels have exceeded supported limits')
    const endless = `${'{"L":['.repeat(50_000)}{"S":"x"}${']}'.repeat(50_000)}`
    expect(() => readAttributeValue(JSON.parse(endless))).toThrow('Nesting Levels')
  })

  test('counts its bytes with its name', () => {
    const bytes = (json: object): number => attributesSize(readAttributeMap(json as never))
    expect([bytes({ id: { S: 'Zü' } }), bytes({ a: { BOOL: true } }), bytes({ a: { L: [{ S: 'bc' }] } })]).toEqual([
      5, 2, 7,
    ])
  })
})
