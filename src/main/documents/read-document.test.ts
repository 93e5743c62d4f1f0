import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '@shared/diagnostic'
import { MAX_DEPTH, readDocument } from './read-document'

/** "error text/empty 1:1", without the words. */
function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, range }) => `${severity} ${code} ${range?.line}:${range?.column}`)
}

function problemsOf(text: string, fileName = 'orders.yaml'): string[] {
  return brief(readDocument(text, fileName).diagnostics)
}

describe('readDocument', () => {
  it('reads JSON and YAML to the same plain data', () => {
    const value = { a: 1, b: ['x', null, true], c: { d: -2.5e3 } }
    expect(readDocument(JSON.stringify(value), 'a.json').value).toEqual(value)
    expect(readDocument('a: 1\nb: [x, null, true]\nc:\n  d: -2.5e3\n', 'a.yaml').value).toEqual(value)
  })

  it('reads JSON in a file that is not named .json, and YAML flow style that is no JSON', () => {
    expect(readDocument('{"a": 1}', 'pasted').value).toEqual({ a: 1 })
    expect(readDocument('{a: 1, b: [c,],}', 'pasted').value).toEqual({ a: 1, b: ['c'] })
  })

  it('keeps what YAML 1.1 would turn into booleans, and numbers as keys, as text', () => {
    const { value } = readDocument('title: no\non: yes\n200: {x: off}\n1.0: y\n', 'a.yaml')
    expect(value).toEqual({ title: 'no', on: 'yes', 200: { x: 'off' }, '1.0': 'y' })
  })

  it('decodes the escapes of JSON', () => {
    expect(readDocument('["\\u00e9\\n\\\\u0041\\"", "\\ud83d\\ude00"]', 'a.json').value).toEqual(['é\n\\u0041"', '😀'])
  })

  it('understands aliases and merge keys', () => {
    const text = 'base: &b {x: 1, y: 2}\none: *b\ntwo:\n  y: 3\n  <<: *b\nthree: {<<: [{z: 1}, *b]}\n'
    const { value, diagnostics } = readDocument(text, 'a.yaml')
    expect(value).toEqual({
      base: { x: 1, y: 2 },
      one: { x: 1, y: 2 },
      two: { y: 3, x: 1 },
      three: { z: 1, x: 1, y: 2 },
    })
    expect(diagnostics).toEqual([])
  })

  it('lets brackets go on and close at any indentation', () => {
    const text = 'a:\n  b: [1, {\n  "c": 2,\n"d": [\n  x y\n]}\n]\n  e: {\n}\nf: 3\n'
    expect(readDocument(text, 'a.yaml').value).toEqual({ a: { b: [1, { c: 2, d: ['x y'] }], e: {} }, f: 3 })
  })

  it('says where a pointer leads, down to the nearest thing that exists', () => {
    const { positionOf } = readDocument('apis:\n  - name: x\n    a/b:\n      c: 1\n', 'a.yaml')
    expect(
      ['', '/apis', '/apis/0', '/apis/0/a~1b', '/apis/0/a~1b/c', '/apis/0/a~1b/gone', '/apis/7'].map(positionOf),
    ).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 5 },
      { line: 4, column: 7 },
      { line: 3, column: 5 },
      { line: 1, column: 1 },
    ])
  })

  it('says where a pointer leads in JSON', () => {
    const { positionOf } = readDocument('{\n  "a": [1,\n    {"b": 2}]\n}', 'a.json')
    expect([positionOf('/a'), positionOf('/a/1'), positionOf('/a/1/b')]).toEqual([
      { line: 2, column: 3 },
      { line: 3, column: 5 },
      { line: 3, column: 6 },
    ])
  })

  it.each([
    ['', 'error text/empty 1:1'],
    [' \n\t ', 'error text/empty 1:1'],
    ['{"a": 1,}', 'error text/json-syntax 1:8'],
    ['{"a": [1,\n2,\n]}', 'error text/json-syntax 2:2'],
    ['{"a": 1', 'error text/json-syntax 1:8'],
    ['{"a" 1}', 'error text/json-syntax 1:6'],
    ["{'a': 1}", 'error text/json-syntax 1:2'],
    ['{"a": "x\ny"}', 'error text/json-syntax 1:9'],
    ['{"a": "\\x"}', 'error text/json-syntax 1:8'],
    ['{"a": "open', 'error text/json-syntax 1:7'],
    ['{"a": 01}', 'error text/json-syntax 1:8'],
    ['{"a": +1}', 'error text/json-syntax 1:7'],
    ['{"a": nul}', 'error text/json-syntax 1:7'],
    ['{} {}', 'error text/json-syntax 1:4'],
    ['{"a": 1e400}', 'error text/number-out-of-range 1:7'],
    ['{"a": 1,\n "a": 2}', 'warning text/duplicate-key 2:2'],
    ['{"__proto__": {"polluted": 1}}', 'error text/unsafe-key 1:2'],
  ])('finds the problem of the JSON text %j', (text, expected) => {
    expect(problemsOf(text, 'a.json')).toEqual([expected])
  })

  it.each([
    ['a:\n\tb: 1\n', 'error text/yaml-syntax 2:1'],
    ['a: 1\nb: 2\na: 3\n', 'error text/duplicate-key 3:1'],
    ['a: .inf\n', 'error text/number-out-of-range 1:4'],
    ['a: 1e400\n', 'error text/number-out-of-range 1:4'],
    ['a: !!js/function "x"\n', 'error text/unknown-tag 1:4'],
    ['a: !Reference b\n', 'error text/unknown-tag 1:4'],
    ['a: !Ref b\nc: !<!Ref> d\n', 'error text/unknown-tag 2:4'],
    ['a: 1\n---\nb: 2\n', 'error text/several-documents 2:1'],
    ['a: *gone\n', 'error text/unknown-anchor 1:4'],
    ['a: &a\n  b: *a\n', 'error text/unknown-anchor 2:6'],
    ['a:\n  __proto__: {x: 1}\n', 'error text/unsafe-key 2:3'],
    ['a:\n  <<: 1\n', 'error text/bad-merge 2:3'],
    ['? [a]\n: 1\n', 'error text/yaml-syntax 1:3'],
    ['a: b: c\n', 'error text/yaml-syntax 1:4'],
  ])('finds the problem of the YAML text %j', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected])
  })

  it('returns every problem of a text', () => {
    expect(problemsOf('a: 1\na: 2\nb: .nan\nc: {__proto__: 1}\n')).toEqual([
      'error text/duplicate-key 2:1',
      'error text/number-out-of-range 3:4',
      'error text/unsafe-key 4:5',
    ])
    expect(problemsOf('{"a": 1e999, "b": 1, "b": 2, "c": }', 'a.json')).toEqual([
      'error text/number-out-of-range 1:7',
      'warning text/duplicate-key 1:22',
      'error text/json-syntax 1:35',
    ])
  })

  it('cuts a list of problems that has no end', () => {
    const { diagnostics } = readDocument(`{${'"a": 1,'.repeat(5000)} "a": 1}`, 'a.json')
    expect([diagnostics.length, diagnostics.at(-1)?.message]).toEqual([201, 'There are 4800 more problems like these.'])
  })

  it('has no value where there is an error, and leaves every prototype alone', () => {
    const { value, root } = readDocument('{"a": {"__proto__": {"polluted": true}}}', 'a.json')
    expect([value, root, Object.hasOwn(Object.prototype, 'polluted')]).toEqual([undefined, null, false])
  })

  it('reads keys that name members of every object as data', () => {
    const { value } = readDocument('{"constructor": {"prototype": {"x": 1}}, "toString": 2}', 'a.json')
    expect(Object.entries(value ?? {})).toEqual([
      ['constructor', { prototype: { x: 1 } }],
      ['toString', 2],
    ])
  })

  const deep = 100_000
  it.each([
    ['a.json', '['.repeat(deep)],
    ['a.json', '{"a":'.repeat(deep)],
    ['a.yaml', '['.repeat(deep)],
    ['a.yaml', `x: ${'{a: '.repeat(deep)}`],
    ['a.yaml', '- '.repeat(deep)],
    ['a.yaml', '? '.repeat(deep)],
    ['a.yaml', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('refuses nesting without end in %s within 2 seconds', { timeout: 2000 }, (fileName, text) => {
    expect(problemsOf(text, fileName).map((problem) => problem.split(' ')[1])).toEqual(['text/too-deep'])
  })

  it('reads nesting up to its limit', () => {
    const levels = MAX_DEPTH
    expect(problemsOf(`${'['.repeat(levels)}${']'.repeat(levels)}`, 'a.json')).toEqual([])
    expect(problemsOf(`x: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}`)).toEqual([])
    expect(problemsOf(`x: ${'['.repeat(levels)}${']'.repeat(levels)}`)).toEqual(['error text/too-deep 1:203'])
  })

  it('refuses aliases and merge keys that multiply', () => {
    const names = 'abcdefghi'.split('')
    const levels = names.slice(1).map((name, index) => `${name}: &${name} [${`*${names[index]},`.repeat(9)}]`)
    expect(problemsOf(['a: &a [x,x,x,x,x,x,x,x,x]', ...levels].join('\n'))).toEqual(['error text/alias-expansion 6:11'])
    const maps = names.slice(1).map((name, index) => `${name}: &${name}\n  <<: [${`*${names[index]},`.repeat(99)}]`)
    const merges = ['a: &a {x: 1, y: 2}', ...maps].join('\n')
    expect(problemsOf(merges).map((problem) => problem.split(' ')[1])).toEqual(['text/alias-expansion'])
  })

  it('names what to do in its messages', () => {
    const [problem] = readDocument('a:\n\tb: 1\n', 'a.yaml').diagnostics
    expect(problem?.message).toBe('A tab is used as indentation. YAML allows spaces only; replace it.')
  })
})
