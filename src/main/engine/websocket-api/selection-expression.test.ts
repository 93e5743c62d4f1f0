import { describe, expect, it } from 'vitest'
import { readMessage } from './client-message'
import { compileSelection, type SelectedResponse } from './selection-expression'

const MESSAGE = JSON.stringify({
  service: 'chat',
  action: 'join',
  version: 2,
  isNew: true,
  nothing: null,
  data: { room: 'room1234', tags: ['a', 1, null], 'two words': 'x' },
  list: ['item1', 'item2'],
})

function evaluated(expression: string, text = MESSAGE, response?: SelectedResponse): string {
  return compileSelection(expression)({ message: readMessage(text), ...(response && { response }) })
}

describe('a selection expression', () => {
  it.each([
    ['$request.body.action', 'join'],
    ['${request.body.action}', 'join'],
    ['${request.body.service}/${request.body.action}', 'chat/join'],
    ['${request.body.action}-${request.body.missing}', 'join-'],
    ['v${request.body.version}!', 'v2!'],
    ['$request.body.isNew', 'true'],
    ['$request.body.nothing', ''],
    ['$request.body.data.room', 'room1234'],
    ['$request.body.list', '[item1, item2]'],
    ['$request.body.list[1]', 'item2'],
    ['$request.body.data.tags', '[a, 1, null]'],
    ['$request.body.data', '{room=room1234, tags=[a, 1, null], two words=x}'],
    ["${request.body.data['two words']}", 'x'],
    ['${request.body..room}', '[room1234]'],
    ['${request.body.list[0,1]}', '[item1, item2]'],
    ['$request.body.action.length', ''],
    ['action', 'action'],
    ['\\$default', '$default'],
    ['$default', '$default'],
    ['\\$a${request.body.action}', '$ajoin'],
    ['a\\b$', 'a\\b$'],
    ['${request.body.', '${request.body.'],
    ['$request.header.X', ''],
    ['', ''],
  ])('%s gives %s', (expression, text) => {
    expect(evaluated(expression)).toBe(text)
  })

  it('reads what the integration answered, in either spelling', () => {
    const headers = [
      ['X-Kind', 'a'],
      ['x-kind', 'b'],
    ] as const
    const response = { statusCode: 201, headers, errorMessage: 'broken' }
    expect(
      [
        '${integration.response.statuscode}',
        '${response.statuscode}',
        '$integration.response.body.errorMessage',
        '${integration.response.header.X-KIND}',
        '${integration.response.multivalueheader.X-Kind}',
      ].map((expression) => evaluated(expression, MESSAGE, response)),
    ).toEqual(['201', '201', 'broken', 'b', 'a,b'])
  })

  it('finds own members only, and nothing in what is no object', () => {
    expect(
      ['{"a":1}', '"hi"', '5', '[1]', 'null', 'hi'].map((text) => evaluated('$request.body.__proto__', text)),
    ).toEqual(['', '', '', '', '', ''])
    expect(evaluated('$request.body.__proto__', '{"__proto__":"own"}')).toBe('own')
  })

  it('gives nothing for what is nested without end', () => {
    const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect([evaluated('$request.body.a', deep), evaluated('${request.body..b}', deep)]).toEqual([
      '',
      expect.any(String),
    ])
  })
})
