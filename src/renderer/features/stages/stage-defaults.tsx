import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { updateStage } from '@shared/design/edits/update-stage'
import { ALL_METHODS, METHOD_SETTING_DEFAULTS, type MethodSetting } from '@shared/design/method-settings'
import { CACHE_CLUSTER_SIZES, type Stage } from '@shared/design/stage'
import { pointerTo } from '@shared/diagnostic'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { SelectField, SwitchField } from '../../ui/fields'
import { formatNumber } from '../../ui/format'
import { PanelSection } from '../../ui/panel-section'
import type { StagePartProps } from './stage-part'

/** What counts for every method that sets nothing of its own. */
export function StageDefaults({ api, stageName, stage }: StagePartProps) {
  const apiIndex = useSelectedApiIndex()
  const account = useDesignStore((state) => state.design?.account.throttleSettings)
  const at = (...path: string[]): string => pointerTo(['apis', apiIndex, 'stages', stageName, ...path])
  const all = stage.methodSettings[ALL_METHODS] ?? {}
  const set = (what: string, patch: MethodSetting, isTyped: boolean): void => {
    const name = `${what} of stage ${stageName}`
    const change = (design: Parameters<typeof setMethodSetting>[0]) =>
      setMethodSetting(design, api.id, stageName, ALL_METHODS, patch)
    useDesignStore.getState().edit(name, change, isTyped ? `${name} ${api.id}` : undefined)
  }
  const updateThis = (what: string, patch: Partial<Stage>, isTyped: boolean): void => {
    const name = `${what} of stage ${stageName}`
    useDesignStore
      .getState()
      .edit(name, (design) => updateStage(design, api.id, stageName, patch), isTyped ? `${name} ${api.id}` : undefined)
  }
  return (
    <PanelSection title="All methods of this stage">
      <div className="gw-field-row">
        <DesignNumberField
          label="Rate limit"
          unit="requests/s"
          pointer={at('methodSettings', ALL_METHODS, 'throttlingRateLimit')}
          value={all.throttlingRateLimit}
          placeholder={formatNumber(account?.rateLimit ?? LIMITS.accountRate.value)}
          min={0}
          onChange={(value) => set('Rate limit', { throttlingRateLimit: value }, true)}
        />
        <DesignNumberField
          label="Burst limit"
          unit="requests"
          pointer={at('methodSettings', ALL_METHODS, 'throttlingBurstLimit')}
          value={all.throttlingBurstLimit}
          placeholder={formatNumber(account?.burstLimit ?? LIMITS.accountBurst.value)}
          min={0}
          integer
          onChange={(value) => set('Burst limit', { throttlingBurstLimit: value }, true)}
        />
      </div>
      <div className="gw-field-row">
        <SelectField
          label="Cache size"
          pointer={at('cacheClusterSize')}
          value={stage.cacheClusterEnabled ? (stage.cacheClusterSize ?? '0.5') : ''}
          options={[
            { value: '', label: 'No cluster' },
            ...CACHE_CLUSTER_SIZES.map((size) => ({ value: size, label: `${size} GB` })),
          ]}
          onChange={(value) => {
            const size = CACHE_CLUSTER_SIZES.find((each) => each === value)
            updateThis('Cache size', { cacheClusterEnabled: size !== undefined, cacheClusterSize: size }, false)
          }}
        />
        <DesignNumberField
          label="Cache time to live"
          unit="seconds"
          pointer={at('methodSettings', ALL_METHODS, 'cacheTtlInSeconds')}
          value={all.cacheTtlInSeconds}
          placeholder={String(METHOD_SETTING_DEFAULTS.cacheTtlInSeconds)}
          min={0}
          max={LIMITS.cacheTtlMax.value}
          integer
          onChange={(value) => set('Cache time to live', { cacheTtlInSeconds: value }, true)}
        />
      </div>
      <SwitchField
        label="Cache every GET method"
        pointer={at('methodSettings', ALL_METHODS, 'cachingEnabled')}
        checked={all.cachingEnabled ?? false}
        help={
          stage.cacheClusterEnabled
            ? 'Methods with another verb need a setting of their own.'
            : 'Has no effect without a cluster.'
        }
        onChange={(checked) => set('Caching', { cachingEnabled: checked }, false)}
      />
      <DesignTextField
        label="Description"
        pointer={at('description')}
        value={stage.description ?? ''}
        onChange={(text) => updateThis('Description', { description: text || undefined }, true)}
      />
    </PanelSection>
  )
}
