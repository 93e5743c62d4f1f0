import { updateV2Api } from '@shared/design/edits/v2/update-v2-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { pointerTo } from '@shared/diagnostic'
import { DesignTextField } from '../../../../stores/design-fields'
import { useDesignStore } from '../../../../stores/design-store'
import { useUiStore } from '../../../../stores/ui-store'
import { PanelSection } from '../../../../ui/panel-section'
import { StepHead } from '../../inspector/step-head'
import type { V2RouteContext, WebSocketRouteContext } from '../v2-route-context'

/** How a request or a message finds the route. */
export function V2SelectionInspector({ context }: { readonly context: V2RouteContext }) {
  return context.protocolType === 'HTTP' ? (
    <StepHead step="route" title="Route selection">
      A full match of verb and path comes first, then a greedy path, then $default. The verb itself comes before ANY, a
      literal segment before a variable.
    </StepHead>
  ) : (
    <Expression context={context} />
  )
}

function Expression({ context }: { readonly context: WebSocketRouteContext }) {
  const { api, apiIndex } = context
  const set = (routeSelectionExpression: string): void => {
    const name = `Route selection expression of ${api.name}`
    useDesignStore
      .getState()
      .edit(name, (design) => updateV2Api<WebSocketApi>(design, api.id, { routeSelectionExpression }), name)
  }
  return (
    <>
      <StepHead step="route" title="Route selection">
        The expression is evaluated for every message. The route with that key gets it; $default gets the rest, and what
        is no JSON.
      </StepHead>
      <PanelSection title="Whole API">
        <DesignTextField
          label="Route selection expression"
          pointer={pointerTo(['apis', apiIndex, 'routeSelectionExpression'])}
          value={api.routeSelectionExpression}
          mono
          placeholder="$request.body.action"
          onChange={set}
        />
      </PanelSection>
      <PanelSection title="Routes">
        <ul className="gw-facts">
          {Object.keys(api.routes).map((routeKey) => (
            <li key={routeKey}>
              <button
                type="button"
                className="gw-link gw-mono"
                onClick={() => useUiStore.getState().openTab({ kind: 'route', key: routeKey })}
              >
                {routeKey}
              </button>
            </li>
          ))}
        </ul>
      </PanelSection>
    </>
  )
}
