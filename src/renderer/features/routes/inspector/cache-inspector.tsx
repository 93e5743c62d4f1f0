import { updateStage } from '@shared/design/edits/update-stage'
import {
  CACHE_CONTROL_STRATEGIES,
  METHOD_SETTING_DEFAULTS,
  effectiveCaching,
  type EffectiveCaching,
} from '@shared/design/method-settings'
import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import { LIMITS } from '@shared/limits'
import { DesignNumberField } from '../../../stores/design-fields'
import { useDesignStore } from '../../../stores/design-store'
import { SelectField, SwitchField } from '../../../ui/fields'
import { PanelSection } from '../../../ui/panel-section'
import { editSetting } from '../edit-route'
import { allSetting, ownSetting } from '../own-setting'
import type { RouteContext } from '../route-context'
import { apiPointer, settingPointer } from '../use-route'
import { CacheKeySection } from './cache-key-section'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'

export function CacheInspector({ route }: { readonly route: RouteContext }) {
  const caching = effectiveCaching(route.stage, route.path, route.verb)
  return (
    <>
      <StepHead step="cache" title="Cache">
        Keeps answers of the integration. A hit still passes the authorizer, the key, the throttles and the validation.
      </StepHead>
      {route.stageName === '' ? (
        <p className="gw-inspector-text">A cache belongs to a stage. Add a stage to set it.</p>
      ) : (
        <>
          <SwitchSection route={route} caching={caching} />
          <CacheKeySection route={route} isOn={caching.enabled} />
          <MaxAgeSection route={route} caching={caching} />
        </>
      )}
      <ExportsSection route={route} step="cache" />
    </>
  )
}

const WHY_OFF = {
  cluster: 'The stage has no cache cluster. Choose a cache size to make one.',
  setting: null,
  verb: 'A stage-wide setting caches GET only. Switch it on here for this method.',
  ttl: 'A time to live of 0 turns caching off.',
} as const

function SwitchSection({ route, caching }: { readonly route: RouteContext; readonly caching: EffectiveCaching }) {
  const { stage, stageName } = route
  const own = ownSetting(route)
  const isChosen = caching.offBecause !== 'setting' && caching.offBecause !== 'verb'
  const isInherited = own.cachingEnabled === undefined
  const isSwitchedOn =
    own.cachingEnabled ?? (allSetting(route).cachingEnabled === true && caching.offBecause !== 'verb')
  const note = caching.offBecause === null ? null : WHY_OFF[caching.offBecause]
  return (
    <PanelSection title={`Cache this method in ${stageName}`}>
      <SwitchField
        label={isInherited ? 'Caching, inherited from /*' : 'Caching'}
        pointer={settingPointer(route, 'cachingEnabled')}
        checked={isSwitchedOn}
        onChange={(checked) => editSetting(route, 'Caching', { cachingEnabled: checked })}
      />
      <div className="gw-field-pair">
        <DesignNumberField
          label="Time to live"
          unit="seconds"
          pointer={settingPointer(route, 'cacheTtlInSeconds')}
          value={own.cacheTtlInSeconds}
          placeholder={String(allSetting(route).cacheTtlInSeconds ?? METHOD_SETTING_DEFAULTS.cacheTtlInSeconds)}
          min={0}
          max={LIMITS.cacheTtlMax.value}
          integer
          help="0 to 3,600. 0 means off."
          onChange={(value) => editSetting(route, 'Time to live', { cacheTtlInSeconds: value }, { isTyped: true })}
        />
        <SelectField
          label="Cache size, stage"
          pointer={apiPointer(route, 'stages', stageName, 'cacheClusterSize')}
          value={stage.cacheClusterEnabled ? (stage.cacheClusterSize ?? '0.5') : ''}
          options={[
            { value: '', label: 'No cluster' },
            ...CACHE_CLUSTER_SIZES.map((size) => ({ value: size, label: `${size} GB` })),
          ]}
          onChange={(value) => changeCluster(route, value)}
        />
      </div>
      {note !== null && (isChosen || caching.offBecause === 'verb') && <p className="gw-inspector-note">{note}</p>}
    </PanelSection>
  )
}

function changeCluster({ api, stageName }: RouteContext, value: string): void {
  const size = CACHE_CLUSTER_SIZES.find((each) => each === value)
  const patch =
    size === undefined
      ? { cacheClusterEnabled: false, cacheClusterSize: undefined }
      : { cacheClusterEnabled: true, cacheClusterSize: size }
  useDesignStore
    .getState()
    .edit(`Cache size of ${stageName}`, (design) => updateStage(design, api.id, stageName, patch))
}

function MaxAgeSection({ route, caching }: { readonly route: RouteContext; readonly caching: EffectiveCaching }) {
  return (
    <PanelSection title="When a client sends Cache-Control: max-age=0">
      <SwitchField
        label="Require authorization"
        pointer={settingPointer(route, 'requireAuthorizationForCacheControl')}
        checked={caching.requireAuthorizationForCacheControl}
        help={caching.requireAuthorizationForCacheControl ? undefined : 'Any caller may replace stored answers.'}
        onChange={(checked) =>
          editSetting(route, 'Require authorization', { requireAuthorizationForCacheControl: checked })
        }
      />
      {caching.requireAuthorizationForCacheControl && (
        <SelectField
          label="If the caller is not allowed"
          pointer={settingPointer(route, 'unauthorizedCacheControlHeaderStrategy')}
          value={caching.unauthorizedCacheControlHeaderStrategy}
          options={CACHE_CONTROL_STRATEGIES.map((strategy) => ({ value: strategy, label: strategy }))}
          onChange={(value) => {
            const strategy = CACHE_CONTROL_STRATEGIES.find((each) => each === value)
            editSetting(route, 'Strategy for max-age=0', { unauthorizedCacheControlHeaderStrategy: strategy })
          }}
        />
      )}
    </PanelSection>
  )
}
