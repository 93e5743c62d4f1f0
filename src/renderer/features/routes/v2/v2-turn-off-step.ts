import type { Design } from '@shared/design/design'
import { setRouteSettings } from '@shared/design/edits/v2/set-route-settings'
import { updateV2Integration } from '@shared/design/edits/v2/update-v2-integration'
import { updateV2Route } from '@shared/design/edits/v2/update-v2-route'
import type { HttpIntegration, HttpRoute } from '@shared/design/http-api'
import type { WebSocketRoute } from '@shared/design/websocket-api'
import { editWithUndo } from '../../../stores/edit-with-undo'
import { LADDER_LABELS, type LadderStep } from '../../../ui/pipeline/ladder-step'
import { toast } from '../../../ui/toast'
import type { V2RouteContext } from './v2-route-context'

/** Turn a step of a route off, with a toast that turns it on again. Steps that every route has say so. */
export function turnOffV2Step(context: V2RouteContext, step: LadderStep): void {
  const change = changeFor(context, step)
  const label = LADDER_LABELS[step]
  if (change === null) {
    toast({ message: `${label} cannot be turned off for one route`, code: 'step-kept' })
    return
  }
  const of = `${label.toLowerCase()} of ${context.routeKey}`
  editWithUndo({ name: `Turn off ${of}`, change, message: `${label} of ${context.routeKey} is off`, code: 'step-off' })
}

function changeFor(context: V2RouteContext, step: LadderStep): ((design: Design) => Design) | null {
  const { api, routeKey, stageName, integrationId } = context
  const patchRoute = (patch: Partial<HttpRoute> | Partial<WebSocketRoute>) => (design: Design) =>
    updateV2Route<HttpRoute | WebSocketRoute>(design, api.id, routeKey, patch)
  const patchIntegration = (patch: Partial<HttpIntegration>) => (design: Design) =>
    integrationId === null ? design : updateV2Integration<HttpIntegration>(design, api.id, integrationId, patch)
  switch (step) {
    case 'authorizer':
      return patchRoute({ authorizationType: 'NONE', authorizerId: undefined, authorizationScopes: undefined })
    case 'api-key':
      return patchRoute({ apiKeyRequired: undefined })
    case 'validation':
      return patchRoute({ modelSelectionExpression: undefined })
    case 'throttle':
      return (design) =>
        setRouteSettings(design, api.id, stageName, routeKey, {
          throttlingRateLimit: undefined,
          throttlingBurstLimit: undefined,
        })
    case 'request-mapping':
      return context.protocolType === 'HTTP' ? patchIntegration({ requestParameters: undefined }) : null
    case 'response-mapping':
      return context.protocolType === 'HTTP'
        ? patchIntegration({ responseParameters: undefined })
        : patchRoute({ routeResponseSelectionExpression: undefined, routeResponses: undefined })
    default:
      return null
  }
}
