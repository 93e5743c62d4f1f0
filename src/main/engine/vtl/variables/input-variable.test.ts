import { describe, expect, it } from 'vitest'
import type { TemplateEvent } from '@shared/template-event'
import { JavaException } from '../java/java-exception'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { typedText } from '../json/typed-text.fixture'
import { inputVariable } from './input-variable'

const EVENT: TemplateEvent = {
  body: '{"name":"Ana/Bo","age":30,"none":null,"pets":[{"name":"Rex"}]}',
  params: {
    path: { id: '7', both: 'from path' },
    querystring: { page: '2', both: 'from query' },
    header: { Accept: 'text/plain', page: 'from header' },
  },
}

/** What a call of `$input` with these arguments gives. */
function call(event: TemplateEvent, name: string, ...args: JavaValue[]): JavaValue | undefined {
  return inputVariable(event).methods[name]?.(...args)
}

function failure(event: TemplateEvent, name: string, ...args: JavaValue[]): string {
  try {
    return `gave ${String(call(event, name, ...args))}`
  } catch (error) {
    if (error instanceof JavaException) return error.className
    throw error
  }
}

describe('$input.json', () => {
  it('gives JSON text of what the path finds', () => {
    const paths = ['$.name', '$.age', '$.pets', '$.pets[0]', '$..name', 'age']
    expect(paths.map((path) => call(EVENT, 'json', path))).toEqual([
      '"Ana/Bo"',
      '30',
      '[{"name":"Rex"}]',
      '{"name":"Rex"}',
      '["Ana/Bo","Rex"]',
      '30',
    ])
  })

  it('gives an empty text in quotes for what is missing or null', () => {
    expect(['$.none', '$.nope', '$.age.x', '$.pets[3]'].map((path) => call(EVENT, 'json', path))).toEqual(
      Array.from({ length: 4 }, () => '""'),
    )
  })
})

describe('$input.path', () => {
  it('gives the value itself', () => {
    const values = ['$.name', '$.age', '$.pets', '$.none', '$.nope', '$..nope'].map((path) => call(EVENT, 'path', path))
    expect(values.map((value) => (value === undefined ? 'undefined' : typedText(value)))).toEqual([
      '"Ana/Bo"',
      'Integer 30',
      'JSONArray [{name: "Rex"}]',
      'null',
      'null',
      'JSONArray []',
    ])
  })

  it('gives the same value each time, with what was changed in it', () => {
    const input = inputVariable(EVENT)
    const root = input.methods['path']?.('$')
    if (!(root instanceof JavaMap)) throw new Error('no map')
    root.put('age', 31)
    expect([input.methods['json']?.('$.age'), input.methods['path']?.('$')]).toEqual(['31', root])
  })
})

describe('the body', () => {
  it('is given as it came', () => {
    const body = 'no {JSON'
    expect([inputVariable({ body }).properties['body']?.(), call({ body }, 'getBody')]).toEqual([body, body])
  })

  it('is an empty object when there is none', () => {
    const bodies = [null, ''].map((body) => ({ body }))
    expect(bodies.map((event) => [call(event, 'getBody'), call(event, 'json', '$')])).toEqual([
      ['{}', '{}'],
      ['{}', '{}'],
    ])
  })

  it('may be text, null, or anything else that json-smart reads', () => {
    const bodies = ['a=b', 'null', "{'a':1,}", '[1'].map((body) => ({ body }))
    expect(bodies.map((event) => failure(event, 'json', '$'))).toEqual([
      'gave "a=b"',
      'gave ""',
      'gave {"a":1}',
      'net.minidev.json.parser.ParseException',
    ])
  })

  it('is not read before a path asks for it', () => {
    const input = inputVariable({ body: '{a' })
    expect([input.methods['params']?.('x'), input.properties['body']?.()]).toEqual(['', '{a'])
  })
})

describe('$input.params', () => {
  it('looks in the path, then in the query string, then in the headers', () => {
    expect(['id', 'both', 'page', 'Accept'].map((name) => call(EVENT, 'params', name))).toEqual([
      '7',
      'from path',
      '2',
      'text/plain',
    ])
  })

  it('gives the empty text for a name that is not there, as it is written', () => {
    expect(['nope', 'accept', 'path', '__proto__', null].map((name) => call(EVENT, 'params', name))).toEqual(
      Array.from({ length: 5 }, () => ''),
    )
  })

  it('gives all of them as maps, in which a template can put more', () => {
    const input = inputVariable(EVENT)
    const all = input.methods['params']?.()
    if (!(all instanceof JavaMap)) throw new Error('no map')
    const path = all.get('path')
    if (path instanceof JavaMap) path.put('extra', 5)
    expect([typedText(all), input.methods['params']?.('extra')]).toEqual([
      '{path: {id: "7", both: "from path", extra: Integer 5}, querystring: {page: "2", both: "from query"}, ' +
        'header: {Accept: "text/plain", page: "from header"}}',
      '5',
    ])
  })

  it('has empty maps when the event has none', () => {
    expect(typedText(call({ body: null }, 'params') ?? null)).toBe('{path: {}, querystring: {}, header: {}}')
  })
})

describe('other calls', () => {
  it('find no method', () => {
    const calls: readonly (readonly [string, ...JavaValue[]])[] = [
      ['path'],
      ['path', 1],
      ['path', '$', '$'],
      ['json'],
      ['nope'],
    ]
    expect(calls.map(([name, ...args]) => call(EVENT, name, ...args))).toEqual(calls.map(() => undefined))
  })

  it('fail with arguments where a method takes none', () => {
    for (const [name, ...args] of [
      ['params', 1],
      ['params', 'a', 'b'],
      ['getBody', 1],
    ] as const) {
      expect(() => call(EVENT, name, ...args)).toThrow('wrong number of arguments')
    }
  })

  it('fail for a path that is null, empty or cannot be compiled', () => {
    expect([failure(EVENT, 'path', null), failure(EVENT, 'json', ''), failure(EVENT, 'path', '$..')]).toEqual([
      'java.lang.IllegalArgumentException',
      'java.lang.IllegalArgumentException',
      'com.jayway.jsonpath.InvalidPathException',
    ])
  })

  it('print $input as an empty object', () => {
    expect(call(EVENT, 'toString')).toBe('{}')
  })
})
