import { describe, expect, it } from 'vitest'
import { readYaml } from '../documents/read-yaml'
import { LineIndex } from '../documents/line-index'
import type { JsonObject, JsonValue } from '../documents/source-tree'
import { emitScalar } from './emit-scalar'
import { emitDocument, emitFlow } from './emit-yaml'
import { Random } from './testing/random'
import { nastyText } from './testing/random-text'

/** By the full reader, whatever the quick one would say. */
function read(text: string): JsonValue | undefined {
  const { root, diagnostics } = readYaml(text, new LineIndex(text), 200)
  expect(diagnostics).toEqual([])
  return root?.value
}

function randomValue(random: Random, depth: number): JsonValue {
  if (depth === 0 || random.chance(0.4)) {
    return random.pick<JsonValue>([
      nastyText(random),
      nastyText(random),
      nastyText(random),
      5,
      -0.5,
      1e21,
      -0,
      true,
      null,
    ])
  }
  if (random.chance(0.4)) return random.times(3, () => randomValue(random, depth - 1))
  return Object.fromEntries(random.times(3, () => [nastyText(random), randomValue(random, depth - 1)]))
}

describe('emitDocument', () => {
  it('writes templates and schemas so that a diff reads', () => {
    const value = {
      template: '#set($x = 1)\n\n{\n  "x": $x\n}\n',
      unended: 'a\nb',
      kept: 'a\nb\n\n',
      indented: '  a\nb',
      oneLine: 'a\n',
      schema: { type: 'object', required: ['a'], properties: { a: {} } },
      lists: [[1, [2]], [], { a: 1, b: [] }],
    }
    const text = [
      'template: |',
      '  #set($x = 1)',
      '',
      '  {',
      '    "x": $x',
      '  }',
      'unended: |-',
      '  a',
      '  b',
      'kept: |+',
      '  a',
      '  b',
      '',
      'indented: |2-',
      '    a',
      '  b',
      'oneLine: |',
      '  a',
      'schema:',
      '  type: object',
      '  required:',
      '    - a',
      '  properties:',
      '    a: {}',
      'lists:',
      '  - - 1',
      '    - - 2',
      '  - []',
      '  - a: 1',
      '    b: []',
      '',
    ].join('\n')
    expect([emitDocument(value), read(text)]).toEqual([text, value])
  })

  it('writes keys that are too long for one line of a map', () => {
    const value = { a: { [`/${'k'.repeat(1500)}`]: { b: 1 } } }
    expect(read(emitDocument(value))).toEqual(value)
  })

  it.each(Array.from({ length: 8 }, (_, index) => index + 1))(
    'writes what a reader of YAML 1.2 reads back (seed %i)',
    (seed) => {
      const random = new Random(seed)
      for (let round = 0; round < 150; round++) {
        const value: JsonObject = { a: randomValue(random, 3), [nastyText(random)]: randomValue(random, 2) }
        expect(read(emitDocument(value))).toEqual(value)
        expect(read(`a: ${emitFlow(value)}\n`)).toEqual({ a: value })
      }
    },
  )
})

describe('emitScalar', () => {
  it.each([
    ['orders', 'orders'],
    ['/orders/{id}', '/orders/{id}'],
    ['$request.body.action', '$request.body.action'],
    ['a1b2c3d4e5', 'a1b2c3d4e5'],
    ['*/*', "'*/*'"],
    ['no', "'no'"],
    ['200', "'200'"],
    ['2026-11-20T14:02:11Z', "'2026-11-20T14:02:11Z'"],
    ['1e5', "'1e5'"],
    ['', "''"],
    ['{"a": "b"}', '\'{"a": "b"}\''],
    ["'literal'", '"\'literal\'"'],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['tab\there', '"tab\\there"'],
    ['user\u202egnp.exe', '"user\\u202egnp.exe"'],
    ['zero\u200bwidth', '"zero\\u200bwidth"'],
  ])('writes %j as %s', (text, expected) => {
    expect(emitScalar(text)).toBe(expected)
  })

  it('writes what reorders or hides text visibly', () => {
    expect(emitScalar('\u2066\u00ad\ufeff\ud800')).toBe('"\\u2066\\u00ad\\ufeff\\ud800"')
  })
})
