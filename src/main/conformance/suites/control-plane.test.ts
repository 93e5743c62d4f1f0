import { describe, expect, it } from 'vitest'
import type { SuiteFolder } from '../conformance-suite'
import { CONTROL_PLANE_SUITE } from './control-plane'

function play(file: string, content: object): (string | undefined)[][] {
  const folder: SuiteFolder = { files: [file], text: () => '', json: () => content }
  return CONTROL_PLANE_SUITE.play(folder).map(({ id, outcome, message }) => [id, outcome, message])
}

const GET_TEMPLATE = {
  operation: 'GetModelTemplate',
  method: 'GET',
  uri: '/v2/apis/{apiId}/models/{modelId}/template',
  successStatus: 200,
  errors: [
    { code: 'NotFoundException', status: 404 },
    { code: 'TooManyRequestsException', status: 429 },
  ],
  input: {
    type: 'structure',
    members: {
      apiId: { type: 'string', location: 'uri', clientName: 'ApiId', required: true },
      modelId: { type: 'string', location: 'uri', clientName: 'ModelId', required: true },
    },
  },
  output: { type: 'structure', members: { value: { type: 'string', clientName: 'Value' } } },
}

const CREATE_ROUTE = {
  id: 'route',
  command: ['aws', 'apigatewayv2', 'create-route', '--api-id', 'a', '--route-key', 'GET /x'],
  operation: 'CreateRoute',
  successStatus: 201,
  request: {
    method: 'POST',
    path: '/v2/apis/a/routes',
    query: [],
    headers: { 'Content-Type': 'application/json' },
    bodyKind: 'json',
    body: { routeKey: 'GET /x' },
  },
}

describe('CONTROL_PLANE_SUITE', () => {
  it('compares operations member by member', () => {
    const without = { ...GET_TEMPLATE, input: { type: 'structure', members: {} } }
    const operations = [
      GET_TEMPLATE,
      { ...GET_TEMPLATE, successStatus: 201 },
      without,
      { ...GET_TEMPLATE, output: { type: 'structure', members: { value: { type: 'integer', clientName: 'Value' } } } },
      { ...GET_TEMPLATE, operation: 'CreateWeather' },
    ]
    expect(play('operations-apigatewayv2.json', { operations })).toEqual([
      ['apigatewayv2/GetModelTemplate', 'passed', undefined],
      ['apigatewayv2/GetModelTemplate', 'failed', 'successStatus: expected 201, found 200'],
      ['apigatewayv2/GetModelTemplate', 'failed', 'members of input: expected , found apiId modelId'],
      ['apigatewayv2/GetModelTemplate', 'failed', 'output.value: type: expected integer, found string'],
      ['apigatewayv2/CreateWeather', 'failed', 'there is no such operation'],
    ])
  })

  it('compares what commands put on the wire', () => {
    const { request } = CREATE_ROUTE
    const exchanges = [
      CREATE_ROUTE,
      { ...CREATE_ROUTE, id: 'path', request: { ...request, path: '/v2/apis/b/routes' } },
      { ...CREATE_ROUTE, id: 'body', request: { ...request, body: {} } },
      { ...CREATE_ROUTE, id: 'header', request: { ...request, headers: {} } },
      { ...CREATE_ROUTE, id: 'not-refused', refusedByClient: true },
      { id: 'refused', command: ['aws', 'apigateway', 'put-method-settings'], refusedByClient: true },
      { id: 'unknown', command: ['aws', 'apigateway', 'put-method-settings'] },
    ]
    expect(
      play('flow-made-up.json', { exchanges }).map(([id, outcome, message]) => [id, outcome, message?.slice(0, 60)]),
    ).toEqual([
      ['flow-made-up/route', 'passed', undefined],
      ['flow-made-up/path', 'failed', 'path: expected "/v2/apis/b/routes", found "/v2/apis/a/routes'],
      ['flow-made-up/body', 'failed', 'body.routeKey: expected undefined, found "GET /x"'],
      ['flow-made-up/header', 'failed', 'headers.Content-Type: expected undefined, found "application'],
      ['flow-made-up/not-refused', 'failed', 'it is not refused'],
      ['flow-made-up/refused', 'passed', undefined],
      ['flow-made-up/unknown', 'failed', '"aws apigateway put-method-settings" does not exist: the com'],
    ])
  })

  it('skips what holds neither', () => {
    expect(play('other.json', {})).toEqual([['other', 'skipped', 'it holds neither operations nor exchanges']])
  })
})
