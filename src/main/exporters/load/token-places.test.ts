import { describe, expect, it } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { newRestApi } from '@shared/design/new-design'
import { httpTokenPlaces, restTokenPlaces } from './token-places'

const rest = (identitySource: string | undefined, method: Partial<Method> = {}) =>
  restTokenPlaces(
    {
      ...newRestApi('x'),
      authorizers: { a: { type: 'REQUEST', ...(identitySource !== undefined && { identitySource }) } },
    },
    { ...mockMethod(), authorizationType: 'CUSTOM', authorizerId: 'a', ...method },
  )

describe('restTokenPlaces', () => {
  it('finds headers and query parameters, and leaves out what a client does not send', () => {
    expect(
      rest('method.request.header.X-Token, method.request.querystring.t, context.stage, stageVariables.v'),
    ).toEqual([
      { in: 'header', name: 'X-Token' },
      { in: 'query', name: 't' },
    ])
  })

  it('takes the Authorization header when nothing is said', () => {
    const usual = [{ in: 'header', name: 'Authorization' }]
    expect([rest(undefined), rest('context.stage'), rest('x', { authorizerId: '__proto__' })]).toEqual([
      usual,
      usual,
      usual,
    ])
    expect(rest(undefined, { authorizationType: 'COGNITO_USER_POOLS' })).toEqual(usual)
  })

  it('has none without an authorizer, and for signed requests', () => {
    expect([rest('x', { authorizationType: 'NONE' }), rest('x', { authorizationType: 'AWS_IAM' })]).toEqual([[], []])
  })
})

it('httpTokenPlaces reads the expressions of HTTP APIs', () => {
  const api: HttpApi = {
    protocolType: 'HTTP',
    id: 'h',
    name: 'h',
    routes: {},
    integrations: {},
    authorizers: {
      j: { authorizerType: 'JWT', identitySource: ['$request.header.Authorization', '$request.querystring.t'] },
    },
    stages: {},
  }
  expect(httpTokenPlaces(api, { authorizationType: 'JWT', authorizerId: 'j' })).toEqual([
    { in: 'header', name: 'Authorization' },
    { in: 'query', name: 't' },
  ])
  expect(httpTokenPlaces(api, { authorizationType: 'NONE' })).toEqual([])
})
