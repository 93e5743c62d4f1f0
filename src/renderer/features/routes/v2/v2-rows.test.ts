import { describe, expect, it } from 'vitest'
import type { HttpApi } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'
import { newHttpApi } from '@shared/design/new-http-api'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { httpRows } from './rows/http-rows'
import { webSocketRows } from './rows/websocket-rows'
import { v2RouteContext, type HttpRouteContext, type WebSocketRouteContext } from './v2-route-context'

const http: HttpApi = {
  ...newHttpApi('Items'),
  routes: {
    'POST /items': {
      authorizationType: 'JWT',
      authorizerId: 'shop',
      authorizationScopes: ['items/write'],
      target: 'create',
    },
    $default: { authorizationType: 'NONE', target: 'nowhere' },
  },
  integrations: {
    create: {
      integrationType: 'AWS_PROXY',
      integrationUri: 'arn:aws:lambda:us-east-1:123456789012:function:create-item',
      payloadFormatVersion: '2.0',
      requestParameters: { 'append:header.x-a': '1' },
    },
  },
  authorizers: {
    shop: {
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: 'https://issuer.example.com', audience: ['web'] },
    },
  },
  stages: { $default: { autoDeploy: true, routeSettings: { 'POST /items': { throttlingRateLimit: 5 } } } },
}

const chat: WebSocketApi = {
  ...newWebSocketApi('Chat'),
  routes: {
    $connect: { authorizationType: 'CUSTOM', authorizerId: 'token' },
    sendMessage: { target: 'send', routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } },
  },
  integrations: { send: { integrationType: 'MOCK' } },
  authorizers: { token: { authorizerType: 'REQUEST', identitySource: ['route.request.querystring.token'] } },
}

const design = { ...emptyDesign('shop'), apis: [http, chat] }
const ofHttp = (key: string) => v2RouteContext(design, http.id, '$default', key) as HttpRouteContext
const ofChat = (key: string) => v2RouteContext(design, chat.id, 'prod', key) as WebSocketRouteContext

function words(rows: ReturnType<typeof httpRows>): string[] {
  return rows.map(
    ({ step, kind, state, main }) => `${step} ${state}, ${kind}: ${main.map(({ text }) => text).join(' ')}`,
  )
}

describe('the ladder of an HTTP route', () => {
  it('has the steps of an HTTP API in their order, each in words', () => {
    expect(words(httpRows(ofHttp('POST /items')))).toEqual([
      `client on, request in, response out: POST https://${http.id}.execute-api.us-east-1…/items`,
      'route on, full match: POST /items',
      'throttle on, 2 buckets apply: ',
      'authorizer on, JWT: shop one of items/write',
      'request-mapping on, parameters: append:header.x-a',
      'integration on, AWS_PROXY, payload 2.0: create-item',
      'response-mapping absent, none: The answer goes back as it is',
    ])
  })

  it('names an integration that does not exist', () => {
    expect(httpRows(ofHttp('$default')).find(({ step }) => step === 'integration')).toMatchObject({
      main: [{ text: 'nowhere does not exist', chip: 'danger' }],
      muted: 'Every request is answered 500',
    })
  })

  it('takes members of a limit that the route leaves out from the account', () => {
    expect(httpRows(ofHttp('POST /items')).find(({ step }) => step === 'throttle')?.buckets).toEqual([
      { level: 'method', label: 'Route', rateLimit: 5, burstLimit: 5000, decides: true },
      { level: 'account', label: 'Account', rateLimit: 10_000, burstLimit: 5000, decides: false },
    ])
  })
})

describe('the ladder of a WebSocket route', () => {
  it('asks for authorization and keys when a client connects', () => {
    expect(words(webSocketRows(ofChat('$connect')))).toEqual([
      'client on, handshake: A client asks to connect',
      'route on, $connect: Chosen by what happens, not by the message',
      'throttle on, 1 bucket applies: ',
      'authorizer on, REQUEST: token asked once, when a client connects',
      'api-key absent, not required: Clients need no key; usage plans count nothing',
      'request-mapping absent, none: The event holds everything',
      'integration absent, none: None: every client is let in',
      'response-mapping on, status: A status from 200 to 299 lets the client in',
    ])
  })

  it('says how a message finds it and whether it is answered', () => {
    expect(words(webSocketRows(ofChat('sendMessage')))).toEqual([
      `client on, message in: A message on wss://${chat.id}.execute-api.us-east-1…/prod`,
      'route on, by expression: $request.body.action is sendMessage',
      'throttle on, 1 bucket applies: ',
      'validation absent, none: Messages are not looked at',
      'request-mapping absent, none: The message goes on as it came',
      'integration on, MOCK: answers by itself',
      'response-mapping on, two-way: The client gets what the integration answers',
    ])
  })
})
