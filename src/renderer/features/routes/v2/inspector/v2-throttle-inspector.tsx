import { useMemo } from 'react'
import { DesignNumberField } from '../../../../stores/design-fields'
import { SwitchField } from '../../../../ui/fields'
import { formatNumber } from '../../../../ui/format'
import { PanelSection } from '../../../../ui/panel-section'
import { ConsequencePanel, PREVIEW_SECONDS } from '../../inspector/consequence-panel'
import { StepHead } from '../../inspector/step-head'
import { editV2Settings } from '../edit-v2-route'
import { v2SettingsPointer } from '../use-v2-route'
import type { V2RouteContext } from '../v2-route-context'
import { v2Throttle } from '../v2-throttle'

export function V2ThrottleInspector({ context }: { readonly context: V2RouteContext }) {
  return (
    <>
      <StepHead step="throttle" title="Throttle">
        A request needs one token from the route&apos;s bucket and one from the account&apos;s. An empty one answers 429
        {context.protocolType === 'HTTP' ? ' Too Many Requests.' : ', on a connection with an error frame.'}
      </StepHead>
      {context.stageName === '' ? (
        <p className="gw-inspector-text">Limits belong to a stage. Add a stage to set them.</p>
      ) : (
        <RouteLimit context={context} />
      )}
    </>
  )
}

function RouteLimit({ context }: { readonly context: V2RouteContext }) {
  const { stageName, settings } = context
  const { rateLimit, burstLimit, source } = v2Throttle(context)
  const inherited = v2Throttle({ ...context, settings: {} })
  return (
    <>
      <PanelSection title={`Stage ${stageName}, this route`}>
        <SwitchField
          label={`Inherit from ${inherited.source === 'stage' ? 'the stage' : 'the account'}`}
          pointer={v2SettingsPointer(context)}
          checked={source !== 'route'}
          onChange={(inherit) =>
            editV2Settings(context, inherit ? 'Inherit the limit' : 'Own limit', {
              throttlingRateLimit: inherit ? undefined : rateLimit,
              throttlingBurstLimit: inherit ? undefined : burstLimit,
            })
          }
        />
        <div className="gw-field-pair">
          <DesignNumberField
            label="Rate limit"
            unit="requests/s"
            pointer={v2SettingsPointer(context, 'throttlingRateLimit')}
            value={settings.throttlingRateLimit}
            placeholder={formatNumber(inherited.rateLimit)}
            min={0}
            onChange={(value) =>
              editV2Settings(context, 'Rate limit', { throttlingRateLimit: value }, { isTyped: true })
            }
          />
          <DesignNumberField
            label="Burst limit"
            unit="requests"
            pointer={v2SettingsPointer(context, 'throttlingBurstLimit')}
            value={settings.throttlingBurstLimit}
            placeholder={formatNumber(inherited.burstLimit)}
            min={0}
            integer
            onChange={(value) =>
              editV2Settings(context, 'Burst limit', { throttlingBurstLimit: value }, { isTyped: true })
            }
          />
        </div>
      </PanelSection>
      {context.protocolType === 'HTTP' && <Consequence context={context} />}
    </>
  )
}

function Consequence({ context }: { readonly context: V2RouteContext }) {
  const subject = useMemo(() => {
    const { rateLimit, burstLimit } = v2Throttle(context)
    const { api, stageName, routeKey } = context
    return { apiId: api.id, stage: stageName, routeKey, ratePerSecond: previewRate(rateLimit, burstLimit) }
  }, [context])
  return <ConsequencePanel subject={subject} />
}

/** Half as much again as the bucket lets through, or as much as empties it in time: something to see. */
function previewRate(rateLimit: number, burstLimit: number): number {
  if (rateLimit === 0) return 10
  return Math.max(1, Math.round(Math.max(rateLimit * 1.5, rateLimit + (burstLimit / PREVIEW_SECONDS) * 1.5)))
}
