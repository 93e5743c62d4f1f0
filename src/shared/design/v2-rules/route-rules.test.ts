import { expect, it } from 'vitest'
import { problemOfRequestParameter, problemOfResponseParameter } from './http-parameter-rule'
import { isSameHttpRoute, problemOfHttpRouteKey } from './http-route-rule'
import { problemOfWebSocketRouteKey } from './websocket-route-rule'

it.each(['$default', 'GET /', 'ANY /items/{id}', 'POST /files/{proxy+}', 'GET /a.b/c~d'])(
  '%s is a route key',
  (key) => {
    expect(problemOfHttpRouteKey(key)).toBeUndefined()
  },
)

it.each([
  ['get /items', 'A route key is $default, or a method and a path, as in GET /items'],
  ['GET items', 'A path begins with /'],
  ['GET /a//b', 'A path has no empty segments'],
  ['GET /a{id}', '"a{id}" must be a text, or one whole {name}'],
  ['GET /{rest+}/x', 'Nothing can be below {rest+}'],
])('%s is none: %s', (key, problem) => {
  expect(problemOfHttpRouteKey(key)).toBe(problem)
})

it('takes routes that differ in names of variables only for one', () => {
  expect(isSameHttpRoute('GET /pets/{id}', 'GET /pets/{petId}')).toBe(true)
  expect(isSameHttpRoute('GET /pets/{id}', 'GET /pets/{id+}')).toBe(false)
})

it('keeps the names that begin with $ for the three special routes', () => {
  expect(problemOfWebSocketRouteKey('$connect')).toBeUndefined()
  expect(problemOfWebSocketRouteKey('send.message')).toBeUndefined()
  expect(problemOfWebSocketRouteKey('$other')).toBe('Only $connect, $disconnect and $default begin with $')
})

it('lets parameters of requests and answers be mapped, but not reserved headers', () => {
  expect(problemOfRequestParameter('append:header.x-user')).toBeUndefined()
  expect(problemOfRequestParameter('overwrite:path')).toBeUndefined()
  expect(problemOfRequestParameter('append:body.a')).toBe(
    'As in append:header.x-user, remove:querystring.debug or overwrite:path',
  )
  expect(problemOfResponseParameter('overwrite:statuscode')).toBeUndefined()
  expect(problemOfResponseParameter('append:header.Authorization')).toBe(
    'Authorization may not be mapped: API Gateway keeps it for itself',
  )
})
