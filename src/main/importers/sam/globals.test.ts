import { describe, expect, it } from 'vitest'
import { Findings } from '../findings'
import { readGlobals, withGlobals, withoutIgnored } from './globals'
import { apiEvent, expandResources, functionWith, restApi } from './testing/expand-document'

describe('withGlobals', () => {
  it('merges objects, joins lists and takes anything else from the resource', () => {
    const globals = { Timeout: 3, Tags: { a: '1', b: '2' }, Layers: ['x'], Name: 'global', Auth: { Ref: 'A' } }
    const own = { Timeout: 5, Tags: { b: '3' }, Layers: ['y'], Name: ['own'], Auth: { DefaultAuthorizer: 'B' } }
    expect(withGlobals(globals, own)).toEqual({
      Timeout: 5,
      Tags: { a: '1', b: '3' },
      Layers: ['x', 'y'],
      Name: ['own'],
      Auth: { DefaultAuthorizer: 'B' },
    })
  })

  it('treats functions as plain values', () => {
    expect(withGlobals({ Name: { Ref: 'A' } }, { Name: { Ref: 'B' } })).toEqual({ Name: { Ref: 'B' } })
  })

  it('keeps a member called __proto__ a member', () => {
    const globals: object = JSON.parse('{"__proto__": {"polluted": true}}')
    const merged = withGlobals({ ...globals }, { a: 1 })
    expect([Object.keys(merged), ({} as { polluted?: boolean }).polluted]).toEqual([['__proto__', 'a'], undefined])
  })
})

describe('IgnoreGlobals', () => {
  it('drops the members it names, or all of them', () => {
    const globals = { Timeout: 3, Runtime: 'nodejs20.x' }
    expect([
      withoutIgnored(globals, ['Timeout']),
      withoutIgnored(globals, '*'),
      withoutIgnored(globals, undefined),
    ]).toEqual([{ Runtime: 'nodejs20.x' }, undefined, globals])
  })
})

describe('Globals of a template', () => {
  it('reach implicit and explicit APIs', () => {
    const made = expandResources(
      { Fn: functionWith({ A: apiEvent('get', '/a') }), Shop: restApi({ Variables: { own: '1' } }) },
      { Globals: { Api: { Name: 'shop', Variables: { all: '2' } } } },
    )
    expect([
      made.properties('ServerlessRestApi')['Name'],
      made.properties('ServerlessRestApiProdStage')['Variables'],
    ]).toEqual(['shop', { all: '2' }])
    expect(made.properties('ShopliveStage')['Variables']).toEqual({ all: '2', own: '1' })
  })

  it('are found in the text where they stand', () => {
    const { template } = expandResources({ Shop: restApi() }, { Globals: { Api: { Variables: { a: '1' } } } })
    expect(template.sourcePointer('/Resources/Shop/Properties/Variables/a')).toBe('/Globals/Api/Variables/a')
    expect(template.globals).toBeUndefined()
  })

  it('of an implicit API are found there too, whatever its event has under the same name', () => {
    const event = apiEvent('get', '/a', { Auth: { ApiKeyRequired: true } })
    const made = expandResources(
      { Fn: functionWith({ A: event }) },
      { Globals: { Api: { Auth: { DefaultAuthorizer: 'X' } } } },
    )
    expect(made.said).toEqual([
      expect.stringContaining('error import/sam-refused /Globals/Api/Auth/DefaultAuthorizer: '),
    ])
  })

  it('are refused where they must be set in each resource, or are no object', () => {
    const findings = new Findings(() => undefined)
    const globals = readGlobals({ Api: { StageName: 'x', Name: 'y' }, HttpApi: 1 }, findings)
    expect([...globals]).toEqual([['AWS::Serverless::Api', { Name: 'y' }]])
    expect(findings.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'import/sam-refused /Globals/Api/StageName',
      'import/wrong-type /Globals/HttpApi',
    ])
    readGlobals([], findings)
    expect(findings.diagnostics.at(-1)?.pointer).toBe('/Globals')
  })
})
