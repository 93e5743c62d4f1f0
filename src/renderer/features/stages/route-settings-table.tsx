import { setRouteSettings } from '@shared/design/edits/v2/set-route-settings'
import type { RouteSettings } from '@shared/design/http-api'
import { pointerTo } from '@shared/diagnostic'
import { DesignNumberField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { formatNumber } from '../../ui/format'
import { PanelSection } from '../../ui/panel-section'
import type { V2StagePartProps } from './v2-stages-editor'

/** The limits of each route; what is inherited stands in grey. */
export function RouteSettingsTable({ api, stageName, stage }: V2StagePartProps) {
  const apiIndex = useSelectedApiIndex()
  const account = useDesignStore((state) => state.design?.account.throttleSettings)
  const inherited = {
    throttlingRateLimit: stage.defaultRouteSettings?.throttlingRateLimit ?? account?.rateLimit,
    throttlingBurstLimit: stage.defaultRouteSettings?.throttlingBurstLimit ?? account?.burstLimit,
  }
  const set = (routeKey: string, what: string, patch: RouteSettings): void => {
    const name = `${what} of ${routeKey}`
    useDesignStore
      .getState()
      .edit(
        name,
        (design) => setRouteSettings(design, api.id, stageName, routeKey, patch),
        `${name} ${api.id} ${stageName}`,
      )
  }
  const field = (routeKey: string, label: string, unit: string, member: keyof typeof inherited) => (
    <DesignNumberField
      label={`${label} of ${routeKey}`}
      unit={unit}
      pointer={pointerTo(['apis', apiIndex, 'stages', stageName, 'routeSettings', routeKey, member])}
      value={stage.routeSettings?.[routeKey]?.[member]}
      placeholder={inherited[member] === undefined ? '' : formatNumber(inherited[member])}
      min={0}
      integer={member === 'throttlingBurstLimit'}
      onChange={(value) => set(routeKey, label, { [member]: value })}
    />
  )
  return (
    <PanelSection title="Each route">
      <table className="gw-route-settings">
        <thead>
          <tr>
            <th scope="col">Route</th>
            <th scope="col">Rate limit</th>
            <th scope="col">Burst limit</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(api.routes).map((routeKey) => (
            <tr key={routeKey}>
              <th scope="row">
                <button
                  type="button"
                  className="gw-link gw-mono"
                  onClick={() => useUiStore.getState().openTab({ kind: 'route', key: routeKey })}
                >
                  {routeKey}
                </button>
              </th>
              <td>{field(routeKey, 'Rate limit', 'requests/s', 'throttlingRateLimit')}</td>
              <td>{field(routeKey, 'Burst limit', 'requests', 'throttlingBurstLimit')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  )
}
