import type { Api } from '../design/api'
import type { Design } from '../design/design'
import type { HttpApi, HttpRoute } from '../design/http-api'
import type { Method, Verb } from '../design/method'
import { emptyDesign, newRestApi } from '../design/new-design'
import { newHttpApi } from '../design/new-http-api'
import { newWebSocketApi } from '../design/new-websocket-api'
import type { Resource, RestApi } from '../design/rest-api'
import { splitRouteKey } from '../design/route-key'
import type { WebSocketApi, WebSocketRoute } from '../design/websocket-api'
import type { Finding, ReviewRule } from './review-rule'

/** Test data: the ARN of a function of the design's own account, and the URI of an integration with it. */
export const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
export const FUNCTION_URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION_ARN}/invocations`

export function designWith(api: Api, more: Partial<Design> = {}): Design {
  return { ...emptyDesign('review'), apis: [api], ...more }
}

/** A REST API "Orders" with these methods, which call a function, and the stage prod. */
export function restApi(
  methods: { readonly [routeKey: string]: Partial<Method> },
  more: Partial<RestApi> = {},
): RestApi {
  const resources: Record<string, Resource> = {}
  for (const [routeKey, method] of Object.entries(methods)) {
    const { verb, path } = splitRouteKey(routeKey)
    resources[path] = { methods: { ...resources[path]?.methods, [verb as Verb]: { ...PROXY, ...method } } }
  }
  return { ...newRestApi('Orders'), resources, stages: { prod: { methodSettings: {} } }, deployments: [], ...more }
}

const PROXY: Method = {
  authorizationType: 'NONE',
  apiKeyRequired: false,
  methodResponses: [],
  integration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: FUNCTION_URI, integrationResponses: [] },
}

/** An HTTP API "Items" with these routes, all to one function. */
export function httpApi(
  routes: { readonly [routeKey: string]: Partial<HttpRoute> },
  more: Partial<HttpApi> = {},
): HttpApi {
  const own = Object.entries(routes).map(([key, route]): [string, HttpRoute] => [
    key,
    { target: 'items', authorizationType: 'NONE', ...route },
  ])
  const integrations = { items: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION_ARN } } as const
  return { ...newHttpApi('Items'), routes: Object.fromEntries(own), integrations, ...more }
}

/** A WebSocket API "Chat" with these routes, all to one function. */
export function webSocketApi(
  routes: { readonly [routeKey: string]: WebSocketRoute },
  more: Partial<WebSocketApi> = {},
): WebSocketApi {
  const own = Object.entries(routes).map(([key, route]): [string, WebSocketRoute] => [
    key,
    { target: 'chat', ...route },
  ])
  const integrations = { chat: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION_URI } } as const
  return { ...newWebSocketApi('Chat'), routes: Object.fromEntries(own), integrations, ...more }
}

/** "warning /apis/0/stages/prod" for each finding. */
export function found(rule: ReviewRule, design: Design): string[] {
  return rule.find(design).map(({ severity, pointer }) => `${severity} ${pointer}`)
}

/** What the rule finds after every fix that it offers, one after the other. */
export function foundAfterFixes(rule: ReviewRule, design: Design): string[] {
  let fixed = design
  // As many as a test may have, so that a fix that changes nothing ends.
  for (let left = 20; left > 0; left--) {
    const next: Finding | undefined = rule.find(fixed).find(({ fix }) => fix !== undefined)
    if (next?.fix === undefined) break
    fixed = next.fix.apply(fixed)
  }
  return found(rule, fixed)
}
