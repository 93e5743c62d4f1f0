import { useMemo } from 'react'
import { ALL_METHODS, effectiveThrottle } from '@shared/design/method-settings'
import { DesignNumberField } from '../../../stores/design-fields'
import { SwitchField } from '../../../ui/fields'
import { formatNumber } from '../../../ui/format'
import { PanelSection } from '../../../ui/panel-section'
import { previewClient, previewRate } from '../preview-client'
import { editSetting } from '../edit-route'
import { ownSetting } from '../own-setting'
import type { RouteContext } from '../route-context'
import { settingPointer } from '../use-route'
import { BucketList } from './bucket-list'
import { ConsequencePanel, PREVIEW_SECONDS, type PreviewSubject } from './consequence-panel'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'

export function ThrottleInspector({ route }: { readonly route: RouteContext }) {
  return (
    <>
      <StepHead step="throttle" title="Throttle">
        A request needs one token from each bucket. The first empty bucket answers 429 Too Many Requests.
      </StepHead>
      {route.stageName === '' ? (
        <p className="gw-inspector-text">Limits belong to a stage. Add a stage to set them.</p>
      ) : (
        <>
          <StageLimit route={route} />
          <Consequence route={route} />
        </>
      )}
      <BucketList route={route} />
      <ExportsSection route={route} step="throttle" />
    </>
  )
}

function Consequence({ route }: { readonly route: RouteContext }) {
  const subject = useMemo((): PreviewSubject => {
    const keyName = previewClient(route)?.name
    return {
      apiId: route.api.id,
      stage: route.stageName,
      routeKey: route.routeKey,
      ratePerSecond: previewRate(route, PREVIEW_SECONDS),
      ...(keyName !== undefined && { keyName }),
    }
  }, [route])
  return <ConsequencePanel subject={subject} />
}

function StageLimit({ route }: { readonly route: RouteContext }) {
  const own = ownSetting(route)
  const { rateLimit, burstLimit, source } = effectiveThrottle(route.design, route.stage, route.path, route.verb)
  const isOwn = source === 'method'
  const inherited = inheritedLimit(route)
  return (
    <PanelSection title={`Stage ${route.stageName}, this method`}>
      <SwitchField
        label={`Inherit from ${inherited.from}`}
        pointer={settingPointer(route)}
        checked={!isOwn}
        onChange={(inherit) =>
          editSetting(
            route,
            inherit ? 'Inherit the limit' : 'Own limit',
            inherit
              ? { throttlingRateLimit: undefined, throttlingBurstLimit: undefined }
              : { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit },
          )
        }
      />
      <div className="gw-field-pair">
        <DesignNumberField
          label="Rate limit"
          unit="requests/s"
          pointer={settingPointer(route, 'throttlingRateLimit')}
          value={own.throttlingRateLimit}
          placeholder={formatNumber(inherited.rateLimit)}
          min={0}
          onChange={(value) => editSetting(route, 'Rate limit', { throttlingRateLimit: value }, { isTyped: true })}
        />
        <DesignNumberField
          label="Burst limit"
          unit="requests"
          pointer={settingPointer(route, 'throttlingBurstLimit')}
          value={own.throttlingBurstLimit}
          placeholder={formatNumber(inherited.burstLimit)}
          min={0}
          integer
          onChange={(value) => editSetting(route, 'Burst limit', { throttlingBurstLimit: value }, { isTyped: true })}
        />
      </div>
      <p className="gw-inspector-note">Burst is the size of the bucket, not the number of simultaneous requests.</p>
    </PanelSection>
  )
}

/** What applies when the method sets nothing of its own. */
function inheritedLimit({ design, stage }: RouteContext): { from: string; rateLimit: number; burstLimit: number } {
  const all = stage.methodSettings[ALL_METHODS]
  const { rateLimit, burstLimit } = design.account.throttleSettings
  const isSet = all?.throttlingRateLimit !== undefined || all?.throttlingBurstLimit !== undefined
  return {
    from: isSet ? '/*' : 'the account',
    rateLimit: all?.throttlingRateLimit ?? rateLimit,
    burstLimit: all?.throttlingBurstLimit ?? burstLimit,
  }
}
