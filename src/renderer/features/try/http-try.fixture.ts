import type { Design } from '@shared/design/design'
import type { HttpApi, HttpRoute } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { tryRoutes, type TryRoute } from './try-route'

const OPEN: HttpRoute = { authorizationType: 'NONE', target: 'list' }

/** Test data: an HTTP API with a route of every kind. */
export const HTTP_API: HttpApi = {
  protocolType: 'HTTP',
  id: 'http000001',
  name: 'Items',
  routes: {
    'GET /items': { ...OPEN, operationName: 'List items' },
    'GET /items/{id}': OPEN,
    'ANY /items/{id}': OPEN,
    'POST /items': { ...OPEN, authorizationType: 'JWT', authorizerId: 'shop', authorizationScopes: ['items/write'] },
    'PUT /items/{id}': { ...OPEN, authorizationType: 'CUSTOM', authorizerId: 'lambda' },
    'DELETE /items/{id}': { ...OPEN, authorizationType: 'AWS_IAM' },
    'ANY /{proxy+}': OPEN,
    'GET /files/{name+}': OPEN,
    $default: OPEN,
  },
  integrations: { list: { integrationType: 'AWS_PROXY' } },
  authorizers: {
    shop: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.X-Token'],
      jwtConfiguration: {
        issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Shop',
        audience: ['web'],
      },
    },
    lambda: {
      authorizerType: 'REQUEST',
      identitySource: ['$request.header.X-User', '$request.querystring.tenant', '$context.stage'],
    },
  },
  stages: { $default: { autoDeploy: true } },
}

const ada = { username: 'ada', sub: '1', groups: [], attributes: {} }

/** Test data: two pools, of which the authorizer takes the second, through the second of its clients. */
export const HTTP_DESIGN: Design = {
  ...emptyDesign('items'),
  region: 'us-east-1',
  apis: [HTTP_API],
  identity: {
    userPools: [
      {
        id: 'us-east-1_Staff',
        name: 'Staff',
        clients: [{ clientId: 'office', name: 'Office', scopes: [] }],
        users: [ada],
      },
      {
        id: 'us-east-1_Shop',
        name: 'Shoppers',
        clients: [
          { clientId: 'kiosk', name: 'Kiosk', scopes: [] },
          { clientId: 'web', name: 'Web shop', scopes: ['items/read', 'items/write'] },
        ],
        users: [ada],
      },
    ],
    iamUsers: [{ name: 'batch', accessKeyId: 'A', secretAccessKey: 'S', policies: [] }],
  },
}

export function httpRoute(routeKey: string): TryRoute {
  return tryRoutes(HTTP_API).find((route) => route.routeKey === routeKey)!
}
