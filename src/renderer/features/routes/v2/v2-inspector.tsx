import type { ReactNode } from 'react'
import { useUiStore } from '../../../stores/ui-store'
import type { LadderStep } from '../../../ui/pipeline/ladder-step'
import { HttpIntegrationInspector } from './inspector/http-integration-inspector'
import { HttpRequestInspector, HttpResponseInspector } from './inspector/http-mapping-inspector'
import { V2AuthorizerInspector } from './inspector/v2-authorizer-inspector'
import { V2ClientInspector } from './inspector/v2-client-inspector'
import { V2SelectionInspector } from './inspector/v2-selection-inspector'
import { V2ThrottleInspector } from './inspector/v2-throttle-inspector'
import { WebSocketKeyInspector, WebSocketValidationInspector } from './inspector/websocket-access-inspectors'
import { WebSocketIntegrationInspector } from './inspector/websocket-integration-inspector'
import { WebSocketRequestInspector, WebSocketResponseInspector } from './inspector/websocket-mapping-inspector'
import type { HttpRouteContext, V2RouteContext, WebSocketRouteContext } from './v2-route-context'

type Inspectors<C> = { readonly [step in LadderStep]?: (props: { readonly context: C }) => ReactNode }

const COMMON: Inspectors<V2RouteContext> = {
  client: V2ClientInspector,
  route: V2SelectionInspector,
  throttle: V2ThrottleInspector,
  authorizer: V2AuthorizerInspector,
}

const HTTP: Inspectors<HttpRouteContext> = {
  ...COMMON,
  'request-mapping': HttpRequestInspector,
  integration: HttpIntegrationInspector,
  'response-mapping': HttpResponseInspector,
}

const WEBSOCKET: Inspectors<WebSocketRouteContext> = {
  ...COMMON,
  'api-key': WebSocketKeyInspector,
  validation: WebSocketValidationInspector,
  'request-mapping': WebSocketRequestInspector,
  integration: WebSocketIntegrationInspector,
  'response-mapping': WebSocketResponseInspector,
}

/** The settings of the selected step of a route; steps that routes of its type do not have show the client's. */
export function V2Inspector({ context }: { readonly context: V2RouteContext }) {
  const step = useUiStore((state) => state.step)
  return (
    <div className="gw-inspector">
      {context.protocolType === 'HTTP' ? (
        <HttpStep context={context} step={step} />
      ) : (
        <MessageStep context={context} step={step} />
      )}
    </div>
  )
}

function HttpStep({ context, step }: { readonly context: HttpRouteContext; readonly step: LadderStep }) {
  const Inspector = HTTP[step] ?? V2ClientInspector
  return <Inspector key={`${context.api.id} ${context.routeKey}`} context={context} />
}

function MessageStep({ context, step }: { readonly context: WebSocketRouteContext; readonly step: LadderStep }) {
  const Inspector = WEBSOCKET[step] ?? V2ClientInspector
  return <Inspector key={`${context.api.id} ${context.routeKey}`} context={context} />
}
