import { describe, expect, it } from 'vitest'
import { checkScenario } from '@shared/design/checks/check-scenario'
import { emptyDesign } from '@shared/design/new-design'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { defaultScenario } from './default-scenario'
import { sweepSettings } from './sweep-settings'
import { answerWords, connectionWords, messageWords, pushWords } from './web-socket-words'

const chat: WebSocketApi = {
  ...newWebSocketApi('Chat'),
  id: 'chatapi001',
  routes: {
    $connect: { authorizationType: 'CUSTOM', authorizerId: 'tokens' },
    $disconnect: {},
    sendmessage: { target: 'chat' },
    help: { target: 'chat', routeResponseSelectionExpression: '$default' },
    $default: {},
  },
  integrations: { chat: { integrationType: 'AWS_PROXY', timeoutInMillis: 5000 } },
  authorizers: { tokens: { authorizerType: 'REQUEST', identitySource: [] } },
  stages: {
    prod: {
      defaultRouteSettings: { throttlingRateLimit: 200 },
      routeSettings: { sendmessage: { throttlingBurstLimit: 10 } },
    },
  },
}
const design = { ...emptyDesign('chat'), apis: [chat] }
const scenario = defaultScenario(design, chat, 'prod')
const [clients] = scenario.connections!

describe('the first scenario of a WebSocket API', () => {
  it('has clients that come, talk and leave, and no problem', () => {
    expect([scenario.name, scenario.sources, clients!.messages!.routes, clients!.identities?.count]).toEqual([
      'Steady connections',
      [],
      { sendmessage: 1, help: 1 },
      500,
    ])
    expect(scenario.webSocket!.answers).toEqual({ sendmessage: { broadcast: 'ROOM' }, help: { reply: true } })
    expect(checkScenario(scenario, design)).toEqual([])
  })

  it('sends to $default where there is no other route, and nothing where there is none', () => {
    const routesOf = (routes: WebSocketApi['routes']) =>
      defaultScenario(design, { ...chat, routes }, 'prod').connections![0]!.messages?.routes
    expect([routesOf({ $default: {} }), routesOf({ $connect: {} })]).toEqual([{ $default: 1 }, undefined])
  })
})

describe('words about connections', () => {
  it('say how they come, stay and talk', () => {
    expect([connectionWords(clients!), messageWords(clients!)]).toEqual([
      expect.stringMatching(/^Poisson, stays .+, 10 % vanish$/),
      '0.1 messages/s each to sendmessage and 1 more',
    ])
    const { messages: _, stay: __, leavesSilently: ___, ...silent } = clients!
    expect([connectionWords(silent), messageWords(silent)]).toEqual([
      'Poisson, stays until it is cut off',
      'sends nothing',
    ])
  })

  it('say what goes out', () => {
    expect([
      answerWords({}),
      answerWords({ reply: true, broadcast: 'ALL', includesSender: true }),
      pushWords({ name: 'x', shape: { type: 'POISSON', ratePerSecond: 2 }, to: 'ONE' }),
    ]).toEqual(['nothing', 'reply, to everybody, sender too', '~2/s to one connection'])
  })
})

describe('settings that a sweep can try', () => {
  it('are the limits, timeouts, connections and rooms', () => {
    expect(sweepSettings(design, scenario).map(({ pointer, current }) => `${pointer} ${current}`)).toEqual([
      '/apis/0/stages/prod/defaultRouteSettings/throttlingRateLimit 200',
      '/apis/0/stages/prod/defaultRouteSettings/throttlingBurstLimit 5000',
      '/apis/0/stages/prod/routeSettings/sendmessage/throttlingRateLimit 200',
      '/apis/0/stages/prod/routeSettings/sendmessage/throttlingBurstLimit 10',
      '/account/throttleSettings/rateLimit 10000',
      '/account/throttleSettings/burstLimit 5000',
      '/apis/0/integrations/chat/timeoutInMillis 5000',
      '/scenario/connections/0/shape/ratePerSecond 5',
      '/scenario/connections/0/messages/ratePerSecond 0.1',
      '/scenario/connections/0/leavesSilently 0.1',
      '/scenario/webSocket/rooms/count 50',
      '/scenario/webSocket/parallelPosts 50',
      '/scenario/backends/*/concurrencyLimit 100',
      '/scenario/backends/*/errorRate 0.01',
    ])
  })
})
