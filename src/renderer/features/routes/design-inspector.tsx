import type { ComponentType } from 'react'
import { useUiStore } from '../../stores/ui-store'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { ApiKeyInspector } from './inspector/api-key-inspector'
import { AuthorizerInspector } from './inspector/authorizer-inspector'
import { CacheInspector } from './inspector/cache-inspector'
import { ClientInspector } from './inspector/client-inspector'
import { IntegrationInspector } from './inspector/integration-inspector'
import { PolicyInspector } from './inspector/policy-inspector'
import { RequestMappingInspector } from './inspector/request-mapping-inspector'
import { ResponseMappingInspector } from './inspector/response-mapping-inspector'
import { SharedInspector } from './inspector/shared-inspector'
import { ThrottleInspector } from './inspector/throttle-inspector'
import { ValidationInspector } from './inspector/validation-inspector'
import { WafInspector } from './inspector/waf-inspector'
import type { RouteContext } from './route-context'
import { useActiveRoute } from './use-route'
import { useActiveV2Route } from './v2/use-v2-route'
import { V2Inspector } from './v2/v2-inspector'
import './inspector/inspector.css'

type StepInspector = ComponentType<{ readonly route: RouteContext }>

const INSPECTORS: { readonly [step in LadderStep]: StepInspector } = {
  client: ClientInspector,
  domain: ClientInspector,
  waf: WafInspector,
  'resource-policy': PolicyInspector,
  // Of HTTP and WebSocket APIs.
  route: ClientInspector,
  authorizer: AuthorizerInspector,
  'api-key': ApiKeyInspector,
  throttle: ThrottleInspector,
  validation: ValidationInspector,
  cache: CacheInspector,
  'request-mapping': RequestMappingInspector,
  integration: IntegrationInspector,
  'response-mapping': ResponseMappingInspector,
}

/** The settings of the selected step of the route in front; for other tabs, what they hold. */
export function DesignInspector() {
  const tab = useUiStore((state) => state.activeTab)
  const step = useUiStore((state) => state.step)
  const route = useActiveRoute()
  const v2Route = useActiveV2Route()
  if (tab === null) return null
  if (tab.kind !== 'route') return <SharedInspector kind={tab.kind} />
  if (v2Route !== null) return <V2Inspector context={v2Route} />
  if (route === null) return null
  const Inspector = INSPECTORS[step]
  return (
    <div className="gw-inspector">
      <Inspector key={`${route.api.id} ${route.stageName} ${route.routeKey}`} route={route} />
    </div>
  )
}
