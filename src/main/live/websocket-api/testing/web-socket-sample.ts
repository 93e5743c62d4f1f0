import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import type { WebSocketApi, WebSocketIntegration, WebSocketRoute } from '@shared/design/websocket-api'

/** Id of the one API of a `webSocketDesign`. */
export const CHAT = 'chat000001'

/** What a test cares about; everything else is plain. */
export interface WebSocketParts {
  readonly routes: WebSocketApi['routes']
  readonly integrations?: WebSocketApi['integrations']
  readonly api?: Partial<WebSocketApi>
  readonly stage?: WebSocketApi['stages'][string]
  readonly design?: Partial<Design>
}

/** Test data: one WebSocket API with the stage "prod", routed by `action`. */
export function webSocketDesign({ api, design, integrations, routes, stage }: WebSocketParts): Design {
  const chat: WebSocketApi = {
    protocolType: 'WEBSOCKET',
    id: CHAT,
    name: 'Chat',
    routeSelectionExpression: '$request.body.action',
    routes,
    integrations: { ...INTEGRATIONS, ...integrations },
    authorizers: {},
    stages: { prod: stage ?? {} },
    ...api,
  }
  return { ...emptyDesign('sample'), apis: [chat], ...design }
}

/** `echo` answers with the message itself, `ok` with nothing. */
const INTEGRATIONS: WebSocketApi['integrations'] = {
  echo: mockReplying('$context.requestOverride.path.text', '#set($context.requestOverride.path.text = $input.body)'),
  ok: mockReplying(''),
}

/** MOCK that replies with a template. */
export function mockReplying(template: string, before = ''): WebSocketIntegration {
  return {
    integrationType: 'MOCK',
    requestTemplates: { $default: `${before}{"statusCode": 200}` },
    integrationResponses: { $default: { responseTemplates: { $default: template } } },
  }
}

/** A function behind AWS_PROXY. */
export function lambdaIntegration(handler: string, more: Partial<WebSocketIntegration> = {}): WebSocketIntegration {
  return { integrationType: 'AWS_PROXY', handler, ...more }
}

/** A route whose clients get replies. */
export function twoWay(target: string, more: Partial<WebSocketRoute> = {}): WebSocketRoute {
  return { target, routeResponseSelectionExpression: '$default', routeResponses: { $default: {} }, ...more }
}
