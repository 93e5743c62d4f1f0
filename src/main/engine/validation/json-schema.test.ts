import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '@shared/design/model'
import { compileSchema } from './json-schema'

/** Values as JSON text, so that a member may be called `__proto__`. */
interface SchemaCase {
  readonly rule: string
  readonly schema: string
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
}

const KEYWORD_CASES: readonly SchemaCase[] = [
  {
    rule: 'required asks for every name, and only of objects',
    schema: '{"required":["a","b"]}',
    valid: ['{"a":null,"b":0}', '[]', '"a"', '3'],
    invalid: ['{}', '{"a":1}'],
  },
  {
    rule: 'required does not see inherited names',
    schema: '{"required":["__proto__","toString","constructor"]}',
    valid: ['{"__proto__":1,"toString":2,"constructor":3}'],
    invalid: ['{}', '{"__proto__":1}', '{"toString":2,"constructor":3}'],
  },
  { rule: 'an empty required list asks for nothing', schema: '{"required":[]}', valid: ['{}'], invalid: [] },
  {
    rule: 'properties are checked where they are present',
    schema: '{"properties":{"id":{"type":"integer"},"name":{"type":"string"}}}',
    valid: ['{}', '{"id":1}', '{"id":1,"name":"x","more":[]}', '[]', '12'],
    invalid: ['{"id":"1"}', '{"id":1,"name":2}'],
  },
  {
    rule: 'properties may have names of Object.prototype',
    schema: '{"properties":{"__proto__":{"type":"number"},"toString":{"properties":{"length":{"type":"string"}}}}}',
    valid: ['{}', '{"__proto__":1}', '{"toString":{"length":"x"}}'],
    invalid: ['{"__proto__":"x"}', '{"toString":{"length":37}}'],
  },
  {
    rule: 'properties, patternProperties and additionalProperties share out the names',
    schema:
      '{"properties":{"foo":{"maxItems":2}},"patternProperties":{"f.o":{"minItems":1}},"additionalProperties":{"type":"integer"}}',
    valid: ['{"foo":[1]}', '{"fxo":[1,2,3]}', '{"other":5}'],
    invalid: ['{"foo":[]}', '{"foo":[1,2,3]}', '{"fxo":[]}', '{"other":"x"}'],
  },
  {
    rule: 'property names may hold any character',
    schema:
      '{"properties":{"a\\nb":{"type":"number"},"a\\"b":{"type":"number"},"a\\\\b":{"type":"number"},"":{"type":"number"}}}',
    valid: ['{"a\\nb":1,"a\\"b":1,"a\\\\b":1,"":1}'],
    invalid: ['{"a\\nb":""}', '{"a\\"b":""}', '{"a\\\\b":""}', '{"":""}'],
  },
  {
    rule: 'additionalProperties false allows only named ones',
    schema: '{"properties":{"a":{}},"patternProperties":{"^v":{}},"additionalProperties":false}',
    valid: ['{}', '{"a":1,"vx":2}', '[1]', '"x"'],
    invalid: ['{"b":1}', '{"a":1,"toString":2}', '{"__proto__":1}'],
  },
  {
    rule: 'additionalProperties does not look into neighbouring schemas',
    schema: '{"allOf":[{"properties":{"a":{}}}],"additionalProperties":{"type":"boolean"}}',
    valid: ['{"a":true}'],
    invalid: ['{"a":1}'],
  },
  {
    rule: 'non-ASCII patterns name properties as well',
    schema: '{"patternProperties":{"^á":{}},"additionalProperties":false}',
    valid: ['{"ármányos":2}'],
    invalid: ['{"élmény":2}'],
  },
  {
    rule: 'dependencies on names',
    schema: '{"dependencies":{"bar":["foo","baz"],"quux":[]}}',
    valid: ['{}', '{"foo":1}', '{"bar":1,"foo":1,"baz":1}', '{"quux":1}', '["bar"]', '"foobar"'],
    invalid: ['{"bar":1}', '{"bar":1,"foo":1}'],
  },
  {
    rule: 'dependencies on a schema',
    schema: '{"dependencies":{"bar":{"properties":{"foo":{"type":"integer"}},"required":["foo"]},"none":{}}}',
    valid: ['{"foo":"x"}', '{"bar":1,"foo":2}', '{"none":1}'],
    invalid: ['{"bar":1}', '{"bar":1,"foo":"x"}'],
  },
  {
    rule: 'dependencies do not see inherited names',
    schema: '{"dependencies":{"toString":["x"],"a":["constructor"],"__proto__":["y"]}}',
    valid: ['{}', '{"a":1,"constructor":1}', '{"__proto__":1,"y":1}'],
    invalid: ['{"a":1}', '{"toString":1}', '{"__proto__":1}'],
  },
  {
    rule: 'enum compares whole values',
    schema: '{"enum":[6,"foo",[],true,{"foo":12,"bar":[1]},null]}',
    valid: ['6', '6.0', '[]', '{"bar":[1],"foo":12}', 'null', '"foo"'],
    invalid: ['false', '{"foo":12}', '{"foo":12,"bar":[1],"x":1}', '[null]', '"6"', '1'],
  },
  {
    rule: 'enum tells booleans from numbers at every level',
    schema: '{"enum":[false,[0],{"a":1}]}',
    valid: ['false', '[0]', '[-0.0]', '{"a":1.0}'],
    invalid: ['0', '[false]', '{"a":true}', '1e999'],
  },
  {
    rule: 'enum knows the NUL character and names of Object.prototype',
    schema: '{"enum":["hello\\u0000there",{"__proto__":1}]}',
    valid: ['"hello\\u0000there"', '{"__proto__":1}'],
    invalid: ['"hellothere"', '{}'],
  },
  {
    rule: 'enum of null does not match a number too large to hold',
    schema: '{"enum":[null]}',
    valid: ['null'],
    invalid: ['1e999'],
  },
  {
    rule: 'items with one schema',
    schema: '{"items":{"type":"integer"}}',
    valid: ['[]', '[1,2]', '{"0":"x","length":1}', '"ab"'],
    invalid: ['[1,"x"]', '[null]'],
  },
  {
    rule: 'items by position, the others free',
    schema: '{"items":[{"type":"integer"},{"type":"string"}]}',
    valid: ['[]', '[1]', '[1,"x",null]', '{"0":"invalid","length":1}'],
    invalid: ['["x"]', '[1,2]'],
  },
  {
    rule: 'additionalItems as a schema and as false',
    schema: '{"anyOf":[{"items":[{}],"additionalItems":{"type":"integer"}},{"items":[{},{}],"additionalItems":false}]}',
    valid: ['[null,1,2]', '["x","y"]', '[]'],
    invalid: ['["x","y","z"]'],
  },
  {
    rule: 'additionalItems needs items by position',
    schema: '{"items":{},"additionalItems":false}',
    valid: ['[1,2,3]'],
    invalid: [],
  },
  {
    rule: 'items inside items',
    schema: '{"type":"array","items":{"type":"array","items":{"type":"array","items":{"type":"number"}}}}',
    valid: ['[[[1]],[[2],[3]]]'],
    invalid: ['[[["1"]]]', '[[1]]'],
  },
  {
    rule: 'oneOf matches exactly one',
    schema: '{"oneOf":[{"type":"integer"},{"minimum":2}]}',
    valid: ['1', '2.5'],
    invalid: ['3', '1.5'],
  },
  {
    rule: 'oneOf beside other keywords, with required inside',
    schema: '{"type":"object","oneOf":[{"required":["a","b"]},{"required":["a","c"]}]}',
    valid: ['{"a":1,"b":2}', '{"a":1,"c":3}'],
    invalid: ['{"b":2}', '{"a":1,"b":2,"c":3}'],
  },
  {
    rule: 'allOf, with keywords beside it',
    schema:
      '{"properties":{"bar":{"type":"integer"}},"required":["bar"],"allOf":[{"required":["foo"]},{"required":["baz"]}]}',
    valid: ['{"foo":"x","bar":2,"baz":null}'],
    invalid: ['{"foo":"x","baz":null}', '{"bar":2,"baz":null}', '{"bar":2}'],
  },
  {
    rule: 'allOf, anyOf and oneOf together',
    schema: '{"allOf":[{"multipleOf":2}],"anyOf":[{"multipleOf":3}],"oneOf":[{"multipleOf":5}]}',
    valid: ['30', '0'],
    invalid: ['2', '6', '10', '15'],
  },
  {
    rule: 'not of a schema and inside not',
    schema: '{"not":{"not":{"type":["integer","boolean"]}}}',
    valid: ['1', 'true'],
    invalid: ['"x"', '1.5'],
  },
  { rule: 'not of everything allows nothing', schema: '{"not":{}}', valid: [], invalid: ['1', 'null', '{}'] },
  { rule: 'multipleOf of whole numbers', schema: '{"multipleOf":2}', valid: ['10', '-4', '"x"'], invalid: ['7'] },
  {
    rule: 'multipleOf of decimals is exact',
    schema: '{"multipleOf":0.0001}',
    valid: ['0.0075', '0', '-1.0001', '1e20'],
    invalid: ['0.00751', '1e-10'],
  },
  {
    rule: 'multipleOf holds for very large and very small numbers',
    schema: '{"type":"integer","multipleOf":1e-8}',
    valid: ['12391239123', '1e308'],
    invalid: ['1.5'],
  },
  {
    rule: 'multipleOf refuses what cannot be divided',
    schema: '{"multipleOf":0.123456789}',
    valid: ['0.123456789', '1.23456789'],
    invalid: ['1e308', '1e999', '0.1'],
  },
  {
    rule: 'maxLength counts code points and ignores other types',
    schema: '{"maxLength":2}',
    valid: ['"f"', '"fo"', '"💩💩"', '100', '[1,2,3]'],
    invalid: ['"foo"', '"💩💩💩"'],
  },
  {
    rule: 'minLength counts code points and ignores other types',
    schema: '{"minLength":2.0}',
    valid: ['"fo"', '"💩💩"', '1', '[]'],
    invalid: ['"f"', '"💩"', '""'],
  },
  {
    rule: 'bounds with their exclusive flags',
    schema: '{"minimum":1.1,"exclusiveMinimum":true,"maximum":3,"exclusiveMaximum":false}',
    valid: ['1.2', '3', '3.0', '"x"'],
    invalid: ['1.1', '-5', '3.1'],
  },
  {
    rule: 'bounds beyond what a double holds exactly',
    schema: '{"maximum":18446744073709551615,"minimum":-18446744073709551615}',
    valid: ['18446744073709551600', '-18446744073709551600'],
    invalid: ['1e20', '-1e20'],
  },
  {
    rule: 'uniqueItems compares whole values',
    schema: '{"uniqueItems":true}',
    valid: ['[1,true]', '[0,false]', '["1",1]', '[[1],[true]]', '[{"a":1,"b":2},{"a":2,"b":1}]', '{}'],
    invalid: ['[1,1.0]', '[{"a":1,"b":2},{"b":2,"a":1}]', '[[["x"]],[["x"]]]', '[null,null]'],
  },
  {
    rule: 'maxProperties, minProperties, maxItems, minItems',
    schema: '{"maxProperties":2,"minProperties":1,"maxItems":2,"minItems":1}',
    valid: ['{"a":1}', '[1,2]', '"x"'],
    invalid: ['{}', '{"a":1,"b":2,"c":3}', '[]', '[1,2,3]'],
  },
  {
    rule: 'format, default, title and description say nothing about validity',
    schema: '{"format":"email","default":5,"title":"t","description":"d","type":"string"}',
    valid: ['"not an address"'],
    invalid: ['5'],
  },
  {
    rule: 'keywords of later drafts are ignored',
    schema:
      '{"const":1,"contains":{"type":"integer"},"if":{},"then":{"not":{}},"propertyNames":{"maxLength":1},"dependentRequired":{"ab":["c"]},"unevaluatedProperties":false,"$dynamicRef":"#x","prefixItems":[{"not":{}}],"minContains":9}',
    valid: ['2', '["x"]', '{"ab":1}'],
    invalid: [],
  },
]

const REFERENCE_CASES: readonly SchemaCase[] = [
  {
    rule: 'the root, recursively',
    schema: '{"properties":{"foo":{"$ref":"#"}},"additionalProperties":false}',
    valid: ['{"foo":{"foo":{}}}'],
    invalid: ['{"foo":{"bar":1}}', '{"bar":1}'],
  },
  {
    rule: 'pointers into arrays and through escapes',
    schema:
      '{"a~b":{"type":"integer"},"a/b":{"type":"integer"},"a%b":{"type":"integer"},"a\\"b":{"type":"integer"},"properties":{"t":{"$ref":"#/a~0b"},"s":{"$ref":"#/a~1b"},"p":{"$ref":"#/a%25b"},"q":{"$ref":"#/a%22b"},"i":{"items":[{"type":"integer"},{"$ref":"#/properties/i/items/0"}]}}}',
    valid: ['{"t":1,"s":1,"p":1,"q":1,"i":[1,2]}'],
    invalid: ['{"t":""}', '{"s":""}', '{"p":""}', '{"q":""}', '{"i":[1,"x"]}'],
  },
  {
    rule: 'empty names in a pointer',
    schema:
      '{"definitions":{"":{"definitions":{"":{"type":"number"}}}},"allOf":[{"$ref":"#/definitions//definitions/"}]}',
    valid: ['1'],
    invalid: ['"x"'],
  },
  {
    rule: 'chains of references',
    schema:
      '{"definitions":{"a":{"type":"integer"},"b":{"$ref":"#/definitions/a"},"c":{"$ref":"#/definitions/b"}},"allOf":[{"$ref":"#/definitions/c"}]}',
    valid: ['5'],
    invalid: ['"x"'],
  },
  {
    rule: 'siblings of $ref are ignored',
    schema:
      '{"definitions":{"r":{"type":"array"}},"properties":{"foo":{"$ref":"#/definitions/r","maxItems":2,"type":"string"}}}',
    valid: ['{"foo":[1,2,3]}'],
    invalid: ['{"foo":"x"}'],
  },
  {
    rule: 'an id beside $ref changes nothing',
    schema:
      '{"id":"http://x.test/base/","definitions":{"far":{"id":"http://x.test/foo.json","type":"string"},"near":{"id":"foo.json","type":"number"}},"allOf":[{"id":"http://x.test/","$ref":"foo.json"}]}',
    valid: ['1'],
    invalid: ['"x"'],
  },
  {
    rule: 'a property may be called $ref',
    schema: '{"properties":{"$ref":{"type":"string"}}}',
    valid: ['{"$ref":"a"}'],
    invalid: ['{"$ref":2}'],
  },
  {
    rule: 'a property called $ref may be a reference',
    schema: '{"properties":{"$ref":{"$ref":"#/definitions/s"}},"definitions":{"s":{"type":"string"}}}',
    valid: ['{"$ref":"a"}'],
    invalid: ['{"$ref":2}'],
  },
  {
    rule: 'the meta-schema is known without fetching',
    schema: '{"$schema":"http://json-schema.org/draft-04/schema#","$ref":"http://json-schema.org/draft-04/schema#"}',
    valid: ['{"minLength":1}', '{"definitions":{"foo":{"type":"integer"}}}'],
    invalid: ['{"minLength":-1}', '{"definitions":{"foo":{"type":1}}}'],
  },
  {
    rule: 'schemas that refer to each other by their ids',
    schema:
      '{"id":"http://x.test/tree","properties":{"nodes":{"type":"array","items":{"$ref":"node"}}},"required":["nodes"],"definitions":{"node":{"id":"http://x.test/node","properties":{"value":{"type":"number"},"subtree":{"$ref":"tree"}},"required":["value"]}}}',
    valid: ['{"nodes":[{"value":1,"subtree":{"nodes":[{"value":2}]}}]}'],
    invalid: ['{"nodes":[{"value":1,"subtree":{"nodes":[{"value":"2"}]}}]}', '{"nodes":[{"subtree":{"nodes":[]}}]}'],
  },
  {
    rule: 'relative ids give relative references their base',
    schema:
      '{"id":"http://x.test/one.json","properties":{"foo":{"id":"two.json","definitions":{"inner":{"properties":{"bar":{"type":"string"}}}},"allOf":[{"$ref":"#/definitions/inner"}]}},"allOf":[{"$ref":"two.json"}]}',
    valid: ['{"foo":{"bar":"a"},"bar":"a"}'],
    invalid: ['{"foo":{"bar":1},"bar":"a"}', '{"foo":{"bar":"a"},"bar":1}'],
  },
  {
    rule: 'an id that is only a fragment names a place',
    schema: '{"allOf":[{"$ref":"#foo"}],"definitions":{"A":{"id":"#foo","type":"integer"}}}',
    valid: ['1'],
    invalid: ['"a"'],
  },
  {
    rule: 'a named place belongs to the nearest base',
    schema:
      '{"id":"http://x.test/root","allOf":[{"$ref":"http://x.test/nested.json#foo"}],"definitions":{"A":{"id":"nested.json","definitions":{"B":{"id":"#foo","type":"integer"}}}}}',
    valid: ['1'],
    invalid: ['"a"'],
  },
  {
    rule: 'an id inside an enum is only data',
    schema:
      '{"definitions":{"data":{"enum":[{"id":"http://x.test/it","type":"null"}]},"real":{"id":"http://x.test/it","type":"string"}},"anyOf":[{"$ref":"#/definitions/data"},{"$ref":"http://x.test/it"}]}',
    valid: ['"s"', '{"type":"null","id":"http://x.test/it"}'],
    invalid: ['null', '1'],
  },
  {
    rule: 'a file address is an address',
    schema:
      '{"id":"file:///c:/folder/file.json","definitions":{"foo":{"type":"number"}},"allOf":[{"$ref":"#/definitions/foo"}]}',
    valid: ['1'],
    invalid: ['"x"'],
  },
  {
    rule: 'a URN is an address',
    schema:
      '{"id":"urn:uuid:deadbeef-1234","definitions":{"bar":{"type":"string"}},"properties":{"foo":{"$ref":"urn:uuid:deadbeef-1234#/definitions/bar"},"baz":{"$ref":"#/definitions/bar"}}}',
    valid: ['{"foo":"x","baz":"y"}'],
    invalid: ['{"foo":1}', '{"baz":1}'],
  },
  {
    rule: 'documents that are handed in, and what they refer to in turn',
    schema: '{"items":{"$ref":"http://docs.test/folder/a.json#/definitions/wrapped"}}',
    valid: ['[1]', '[[2]]'],
    invalid: ['["x"]', '[["x"]]'],
  },
]

const DOCUMENTS: ReadonlyMap<string, JsonSchema> = new Map([
  [
    'http://docs.test/folder/a.json',
    {
      definitions: {
        wrapped: { anyOf: [{ $ref: '../b.json' }, { items: { $ref: '#/definitions/wrapped' }, type: 'array' }] },
      },
    },
  ],
  ['http://docs.test/b.json', { type: 'integer' }],
])

describe('compileSchema', () => {
  it.each(KEYWORD_CASES)('checks: $rule', verifyCase)
  it.each(REFERENCE_CASES)('follows references: $rule', verifyCase)

  it.each([
    ['{"$ref":"#"}', '1'],
    ['{"allOf":[{"$ref":"#"}],"type":"integer"}', '1'],
    ['{"definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}},"$ref":"#/definitions/a"}', '{}'],
    ['{"anyOf":[{"$ref":"#"},{"type":"object"}],"properties":{"x":{"$ref":"#"}}}', '{"x":{"x":{}}}'],
    ['{"not":{"not":{"$ref":"#"}}}', '1'],
  ])('terminates for a schema that refers to itself: %s', (schema, value) => {
    expect(compileSchema(JSON.parse(schema)).validate(JSON.parse(value))).toEqual([])
  })

  it.each([
    [
      { type: 'integer' },
      'x',
      ['instance type (string) does not match any allowed primitive type (allowed: ["integer"])'],
    ],
    [
      { type: 'number' },
      'x',
      ['instance type (string) does not match any allowed primitive type (allowed: ["integer","number"])'],
    ],
    [{ required: ['b', 'a'] }, {}, ['object has missing required properties (["a","b"])']],
    [
      { properties: { a: { type: 'number' }, b: { type: 'null' } } },
      { a: 'x', b: 1 },
      [
        'instance type (string) does not match any allowed primitive type (allowed: ["integer","number"])',
        'instance type (integer) does not match any allowed primitive type (allowed: ["null"])',
      ],
    ],
    [
      { required: ['c'], properties: { a: { type: 'null' } } },
      { a: 1 },
      ['object has missing required properties (["c"])'],
    ],
    [{ enum: ['a', 1] }, 'b', ['instance value ("b") not found in enum (possible values: ["a",1])']],
    [{ maximum: 3 }, 4, ['numeric instance is greater than the required maximum (maximum: 3, found: 4)']],
    [{ maximum: 3, exclusiveMaximum: true }, 3, ['numeric instance is not strictly lower than the required maximum 3']],
    [{ minimum: 3 }, 2, ['numeric instance is lower than the required minimum (minimum: 3, found: 2)']],
    [
      { minimum: 3, exclusiveMinimum: true },
      3,
      ['numeric instance is not strictly greater than the required minimum 3'],
    ],
    [{ multipleOf: 2 }, 3, ['remainder of division is not zero (3 / 2)']],
    [{ maxLength: 1 }, 'ab', ['string "ab" is too long (length: 2, maximum allowed: 1)']],
    [{ minLength: 3 }, 'ab', ['string "ab" is too short (length: 2, required minimum: 3)']],
    [{ pattern: '^a$' }, 'ab', ['ECMA 262 regex "^a$" does not match input string "ab"']],
    [{ maxItems: 1 }, [1, 2], ['array is too long: must have at most 1 elements but instance has 2 elements']],
    [{ minItems: 1 }, [], ['array is too short: must have at least 1 elements but instance has 0 elements']],
    [{ uniqueItems: true }, [1, 1], ['array must not contain duplicate elements']],
    [
      { items: [{}], additionalItems: false },
      [1, 2],
      ['array has additional items which are not allowed by the schema (allowed: 1, found: 2)'],
    ],
    [
      { additionalProperties: false },
      { b: 1, a: 1 },
      ['object instance has properties which are not allowed by the schema: ["a","b"]'],
    ],
    [{ maxProperties: 0 }, { a: 1 }, ['object has too many properties (found 1 but schema requires at most 0)']],
    [{ minProperties: 1 }, {}, ['object has too few properties (found 0 but schema requires at least 1)']],
    [
      { dependencies: { a: ['b', 'c'] } },
      { a: 1, b: 1 },
      ['property "a" of object has missing property dependencies (schema requires ["b","c"]; missing: ["c"])'],
    ],
    [
      { allOf: [{ type: 'string' }, {}] },
      1,
      ['instance failed to match all required schemas (matched only 1 out of 2)'],
    ],
    [{ anyOf: [{ type: 'string' }] }, 1, ['instance failed to match at least one required schema among 1']],
    [{ oneOf: [{}, {}] }, 1, ['instance failed to match exactly one schema (matched 2 out of 2)']],
    [{ not: {} }, 1, ['instance matched a schema which it should not have']],
    [
      { enum: ['x'.repeat(600)] },
      1,
      [`instance value (1) not found in enum (possible values: ["${'x'.repeat(498)}...)`],
    ],
  ])('says what is wrong: %j', (schema: JsonSchema, value: unknown, messages: string[]) => {
    expect(compileSchema(schema).validate(value)).toEqual(messages)
  })

  it('names everything in a schema that it cannot use, and ignores it', () => {
    const { problems, validate } = compileSchema({
      type: ['any', 5],
      required: true,
      properties: [],
      maxLength: -1,
      minLength: 'x',
      multipleOf: 0,
      pattern: '(',
      enum: 'x',
      items: true,
      not: 5,
      exclusiveMinimum: 3,
      dependencies: { a: [1] },
      definitions: { unused: { pattern: '(' } },
      allOf: [{ $ref: '#/nowhere' }, { $ref: 'http://docs.test/unknown' }],
      patternProperties: { '[': {} },
    })
    expect(problems).toEqual([
      '"items" is not a schema',
      '"properties" is not an object',
      'the pattern "[" cannot be used: a character class is not closed: "]" is missing at character 2',
      '"dependencies" of "a" has entries that are not text',
      '"required" is not a list of names',
      '/allOf/0: the reference "#/nowhere" leads nowhere',
      '/allOf/1: the reference "http://docs.test/unknown" leads nowhere',
      '"not" is not a schema',
      '"enum" is not a list',
      '"type" has an unknown type: "any"',
      '"type" has an unknown type: 5',
      '"exclusiveMinimum" is not true or false',
      '"multipleOf" is not greater than 0',
      '"maxLength" is not a whole number of at least 0',
      '"minLength" is not a number',
      'the pattern "(" cannot be used: a group is not closed: ")" is missing at character 2',
    ])
    expect(validate(1)).toContain('instance failed to match all required schemas (matched only 0 out of 2)')
  })

  it.each([null, true, [], 'x'])('lets nothing match a schema that is %j', (schema) => {
    const compiled = compileSchema(schema as unknown as JsonSchema)
    expect([compiled.problems, compiled.validate({})]).toEqual(
      Array.from({ length: 2 }, () => ['the schema is not a JSON object']),
    )
  })

  it('refuses a document that is nested too deep', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(compileSchema({}).validate(deep)).toEqual(['document is nested more than 400 levels deep'])
  })

  it('validates a document of 400 levels against a schema that takes several steps for each', () => {
    const schema = { definitions: { list: { anyOf: [{ items: { $ref: '#/definitions/list' }, type: 'array' }] } } }
    const { validate } = compileSchema({ ...schema, allOf: [{ $ref: '#/definitions/list' }] })
    expect(validate(JSON.parse('['.repeat(400) + ']'.repeat(400)))).toEqual([])
    expect(validate(JSON.parse(`${'['.repeat(399)}1${']'.repeat(399)}`))).toEqual([
      'instance failed to match all required schemas (matched only 0 out of 1)',
    ])
  })

  it('stops at chains of references that no stack could follow', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, index) => [`d${index}`, { not: { $ref: `#/definitions/d${index + 1}` } }]),
    )
    const { validate } = compileSchema({
      definitions: { ...definitions, d50000: {} },
      not: { $ref: '#/definitions/d0' },
    })
    expect(validate(1)).toEqual(['validation was stopped: the document or the schema is nested too deep'])
  })

  it('reads a schema that is nested too deep no further', () => {
    const schema = JSON.parse(`${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`) as JsonSchema
    expect(compileSchema(schema).problems).toEqual([
      expect.stringMatching(/^\/not\/not.*: the schema is nested more than 500 levels deep$/),
    ])
  })

  it('gives up on schemas that multiply', () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `d${index}`,
        { allOf: [{ $ref: `#/definitions/d${index + 1}` }, { $ref: `#/definitions/d${index + 1}` }] },
      ]),
    )
    const { validate } = compileSchema({
      definitions: { ...definitions, d60: {} },
      allOf: [{ $ref: '#/definitions/d0' }],
    })
    expect(validate(1)).toEqual(['validation was stopped: the document or the schema is nested too deep'])
  })
})

function verifyCase({ schema, valid, invalid }: SchemaCase): void {
  const { problems, validate } = compileSchema(JSON.parse(schema), (uri) => DOCUMENTS.get(uri))
  expect(problems).toEqual([])
  const judged = [...valid, ...invalid].map((text) => [text, validate(JSON.parse(text)).length === 0])
  expect(judged).toEqual([...valid.map((text) => [text, true]), ...invalid.map((text) => [text, false])])
}
