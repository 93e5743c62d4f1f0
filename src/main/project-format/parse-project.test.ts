import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '@shared/diagnostic'
import { emptyDesign } from '@shared/design/new-design'
import { checkDesignTypes } from './check-types'
import { parseProject } from './parse-project'

/** "error project/wrong-type /apis 3:1". */
function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ severity, code, pointer, range }) => `${severity} ${code} ${pointer} ${range?.line}:${range?.column}`,
  )
}

const refusal = (text: string, fileName = 'orders.gatewright.yaml'): string[] => {
  const { design, diagnostics } = parseProject(text, fileName)
  expect(design).toBe(null)
  return brief(diagnostics)
}

const messageOf = (text: string): string | undefined =>
  parseProject(text, 'orders.gatewright.yaml').diagnostics[0]?.message

describe('parseProject', () => {
  it('fills in what a file leaves out', () => {
    expect(parseProject('gatewright: 1\nname: orders\n', 'a.yaml')).toEqual({
      design: emptyDesign('orders'),
      diagnostics: [],
    })
  })

  it('reads a project in JSON too', () => {
    expect(parseProject('{"gatewright": 1, "name": "orders"}', 'a.yaml').design).toEqual(emptyDesign('orders'))
  })

  it('keeps unknown keys in the design, after the known ones, and warns of them with their places', () => {
    const text = 'x-first: 1\ngatewright: 1\nname: orders\nfunctions:\n  f: {throtle: 2}\n'
    const { design, diagnostics } = parseProject(text, 'a.yaml')
    expect(design).toEqual({ ...emptyDesign('orders'), functions: { f: { throtle: 2 } }, 'x-first': 1 })
    expect(Object.keys(design ?? {}).at(-1)).toBe('x-first')
    expect(brief(diagnostics)).toEqual([
      'warning project/unknown-key /x-first 1:1',
      'warning project/unknown-key /functions/f/throtle 5:7',
    ])
    expect(diagnostics[1]?.message).toBe(
      '"throtle" at /functions/f/throtle is not known. It is kept and has no effect; check its spelling.',
    )
  })

  it('keeps the order of keys in maps of names and puts known keys in the order of the types', () => {
    const text = 'name: x\ngatewright: 1\nfunctions:\n  z: {timeout: 1, handler: h}\n  a: {}\n'
    const { design } = parseProject(text, 'a.yaml')
    expect(JSON.stringify(design?.functions)).toBe('{"z":{"handler":"h","timeout":1},"a":{}}')
  })

  it.each([
    ['', ['error text/empty  1:1']],
    ['gatewright: 1\nname: [\n', ['error text/yaml-syntax  3:1']],
    ['- gatewright\n', ['error project/not-a-project  1:1']],
    ['just text\n', ['error project/not-a-project  1:1']],
    ['null\n', ['error project/not-a-project  1:1']],
    ['openapi: 3.0.1\npaths: {}\n', ['error project/no-version  1:1']],
    ['name: x\ngatewright: one\n', ['error project/no-version /gatewright 2:1']],
    ['gatewright: 0\n', ['error project/no-version /gatewright 1:1']],
    ['gatewright: 1.5\n', ['error project/newer-format /gatewright 1:1']],
    ['name: x\ngatewright: 7\napis: 5\n', ['error project/newer-format /gatewright 2:1']],
    ['formatVersion: 999999\n', ['error project/newer-format /formatVersion 1:1']],
    ['gatewright: 1\n', ['error project/missing-key  1:1']],
  ])('refuses %j', (text, expected) => {
    expect(refusal(text)).toEqual(expected)
  })

  it('returns all problems of a file, each with its place', () => {
    const text = [
      'gatewright: 1',
      'name: 5',
      'accountId: 123456789012',
      'apis:',
      '  - protocolType: SOAP',
      '  - name: nameless',
      '  - protocolType: REST',
      '    id: a1b2c3d4e5',
      '    name: orders',
      '    policy: {Statement: 3}',
      '    resources:',
      '      /a/b:',
      '        methods:',
      '          GET: {authorizationType: SOME, apiKeyRequired: maybe}',
      'usagePlans:',
      'scenarios: [{}]',
    ]
    expect(refusal(text.join('\n'))).toEqual([
      'error project/wrong-type /name 2:1',
      'error project/wrong-type /accountId 3:1',
      'error project/wrong-type /apis/0/protocolType 5:5',
      'error project/missing-key /apis/1 6:3',
      'error project/wrong-type /apis/2/policy/Statement 10:14',
      'error project/wrong-type /apis/2/resources/~1a~1b/methods/GET/authorizationType 14:17',
      'error project/wrong-type /apis/2/resources/~1a~1b/methods/GET/apiKeyRequired 14:42',
      'error project/wrong-type /usagePlans 15:1',
      ...['name', 'apiId', 'stage', 'durationInSeconds', 'seed'].map(
        () => 'error project/missing-key /scenarios/0 16:13',
      ),
    ])
  })

  it('says what is wrong and what to do', () => {
    expect(messageOf('gatewright: 7\n')).toBe(
      'Made by a newer release (format 7; this release reads up to 1). Open it with that release; it is left as it is.',
    )
    expect(messageOf('gatewright: 1\n')).toBe('The file has no "name". Add it.')
    expect(messageOf('gatewright: 1\nname: 5\n')).toBe('/name is 5, but must be text. Put quotes around it.')
    expect(messageOf('gatewright: 1\nname: x\napis: {}\n')).toBe('/apis is a map, but must be a list. Change it.')
    expect(messageOf('gatewright: 1\nname: x\napis: [{protocolType: SOAP}]\n')).toBe(
      '/apis/0/protocolType is the text "SOAP", but must be one of REST, HTTP, WEBSOCKET. Change it.',
    )
    expect(messageOf('gatewright: 1\nname: x\nusagePlans:\n')).toBe(
      '/usagePlans is empty, but must be a list. Change it.',
    )
  })

  it('does not let a file reach the prototype of anything', () => {
    expect(refusal('gatewright: 1\nname: x\nfunctions: {__proto__: {polluted: yes}}\n')).toEqual([
      'error text/unsafe-key  3:13',
    ])
    const { design } = parseProject('gatewright: 1\nname: x\nfunctions: {constructor: {timeout: 1}}\n', 'a.yaml')
    expect([Object.keys(design?.functions ?? {}), Object.hasOwn(Object.prototype, 'polluted')]).toEqual([
      ['constructor'],
      false,
    ])
  })
})

describe('checkDesignTypes', () => {
  it('accepts a whole design and names what a part of one lacks', () => {
    const design = emptyDesign('x')
    expect(checkDesignTypes(design)).toEqual([])
    const { apis: _, ...rest } = design
    expect(
      checkDesignTypes({ ...rest, functions: 5 }).map(({ code, pointer, message }) => [code, pointer, message]),
    ).toEqual([
      ['project/missing-key', '', 'The file has no "apis". Add it.'],
      ['project/wrong-type', '/functions', '/functions is 5, but must be a map. Change it.'],
    ])
    expect(checkDesignTypes(null).length).toBe(1)
  })
})
