import { expect, it } from 'vitest'
import { newHttpApi } from '@shared/design/new-http-api'
import type { HttpApi } from '@shared/design/http-api'
import { v2PlaceOf } from './v2-place-of-pointer'

const api: HttpApi = {
  ...newHttpApi('Items'),
  routes: { 'GET /items': { authorizationType: 'NONE', target: 'list' } },
  integrations: { list: { integrationType: 'AWS_PROXY' } },
}

it.each([
  [['routes', 'GET /items', 'authorizerId'], 'route GET /items', 'authorizer'],
  [['integrations', 'list', 'requestParameters', 'append:header.a'], 'route GET /items', 'request-mapping'],
  [['stages', '$default', 'routeSettings', 'GET /items', 'throttlingRateLimit'], 'route GET /items', 'throttle'],
  [['stages', '$default', 'defaultRouteSettings'], 'stages $default', null],
  [['corsConfiguration', 'allowOrigins'], 'cors ', null],
  [['authorizers', 'jwt', 'jwtConfiguration'], 'authorizers ', null],
  [['disableExecuteApiEndpoint'], 'api ', null],
])('%j is edited in %s', (path, tab, step) => {
  const place = v2PlaceOf(api, path)
  expect([`${place?.tab.kind} ${place?.tab.key}`, place?.step]).toEqual([tab, step])
})

it('finds nothing for what is not there', () => {
  expect(v2PlaceOf(api, ['integrations', 'unused'])).toBeNull()
})
