import { setRouteSettings } from '@shared/design/edits/v2/set-route-settings'
import { updateV2Stage } from '@shared/design/edits/v2/update-v2-stage'
import type { Design } from '@shared/design/design'
import type { RouteSettings } from '@shared/design/http-api'
import { pointerTo } from '@shared/diagnostic'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { SwitchField } from '../../ui/fields'
import { formatNumber } from '../../ui/format'
import { PanelSection } from '../../ui/panel-section'
import type { V2StagePartProps } from './v2-stages-editor'

/** What counts for every route that sets nothing of its own. */
export function V2StageDefaults({ api, stageName, stage }: V2StagePartProps) {
  const apiIndex = useSelectedApiIndex()
  const account = useDesignStore((state) => state.design?.account.throttleSettings)
  const at = (...path: string[]): string => pointerTo(['apis', apiIndex, 'stages', stageName, ...path])
  const all = stage.defaultRouteSettings ?? {}
  const edit = (what: string, change: (design: Design) => Design, isTyped: boolean): void => {
    const name = `${what} of stage ${stageName}`
    useDesignStore.getState().edit(name, change, isTyped ? `${name} ${api.id}` : undefined)
  }
  const set = (what: string, patch: RouteSettings): void =>
    edit(what, (design) => setRouteSettings(design, api.id, stageName, null, patch), true)
  return (
    <PanelSection title="All routes of this stage">
      <div className="gw-field-row">
        <DesignNumberField
          label="Rate limit"
          unit="requests/s"
          pointer={at('defaultRouteSettings', 'throttlingRateLimit')}
          value={all.throttlingRateLimit}
          placeholder={formatNumber(account?.rateLimit ?? LIMITS.accountRate.value)}
          min={0}
          onChange={(value) => set('Rate limit', { throttlingRateLimit: value })}
        />
        <DesignNumberField
          label="Burst limit"
          unit="requests"
          pointer={at('defaultRouteSettings', 'throttlingBurstLimit')}
          value={all.throttlingBurstLimit}
          placeholder={formatNumber(account?.burstLimit ?? LIMITS.accountBurst.value)}
          min={0}
          integer
          onChange={(value) => set('Burst limit', { throttlingBurstLimit: value })}
        />
      </div>
      <SwitchField
        label="Deploys every change by itself"
        pointer={at('autoDeploy')}
        checked={stage.autoDeploy === true}
        help="On this computer every change is served at once in any case."
        onChange={(autoDeploy) =>
          edit('Auto-deploy', (design) => updateV2Stage(design, api.id, stageName, { autoDeploy }), false)
        }
      />
      <DesignTextField
        label="Description"
        pointer={at('description')}
        value={stage.description ?? ''}
        onChange={(text) =>
          edit(
            'Description',
            (design) => updateV2Stage(design, api.id, stageName, { description: text || undefined }),
            true,
          )
        }
      />
    </PanelSection>
  )
}
