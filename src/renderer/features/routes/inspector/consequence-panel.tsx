import { useEffect, useState } from 'react'
import type { ThrottleSettings } from '@shared/design/design'
import type { ThrottlePreview } from '@shared/contract/throttle-preview'
import { bridge } from '../../../contract-client'
import { formatCount } from '../../../ui/format'
import { bucketsOfRoute } from '../buckets-of-route'
import type { RouteContext } from '../route-context'
import './consequence-panel.css'

const DEBOUNCE_MS = 150
const SECONDS = 10

type Preview = { readonly state: 'waiting' } | { readonly state: 'failed'; readonly message: string } | Ready
type Ready = { readonly state: 'ready'; readonly preview: ThrottlePreview }

/** Half as much again as the tightest limit lets through, or as much as empties its bucket in time: there must be something to see. */
function rateToShow({ rateLimit, burstLimit }: ThrottleSettings): number {
  if (rateLimit === 0) return 10
  return Math.max(1, Math.round(Math.max(rateLimit * 1.5, rateLimit + (burstLimit / SECONDS) * 1.5)))
}

/** What the limit does to a steady load, played through the real pipeline each time a setting changed. */
export function ConsequencePanel({ route }: { readonly route: RouteContext }) {
  const deciding = bucketsOfRoute(route).find((bucket) => bucket.decides)
  const ratePerSecond = rateToShow(deciding?.limit ?? route.design.account.throttleSettings)
  const preview = usePreview(route, ratePerSecond)
  const title = `What ${formatCount(ratePerSecond)} requests/s for ${SECONDS} s gets`
  const shown = preview.state === 'ready' ? preview.preview : null
  return (
    <div
      className="gw-consequence"
      role="group"
      aria-label={title}
      data-testid="consequence"
      data-state={preview.state}
      data-admitted={shown?.admitted}
      data-throttled={shown?.throttled}
    >
      <p className="gw-consequence-title">{title}</p>
      {preview.state === 'failed' ? (
        <p className="gw-inspector-note">This cannot be shown: {preview.message}</p>
      ) : (
        <Bars preview={shown} />
      )}
    </div>
  )
}

/** Asks again whenever the design changed: any setting could change the answer. */
function usePreview(route: RouteContext, ratePerSecond: number): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'waiting' })
  useEffect(() => {
    let isCurrent = true
    const show = (answer: Preview): void => {
      if (isCurrent) setPreview(answer)
    }
    const timer = setTimeout(() => void askPreview(route, ratePerSecond).then(show), DEBOUNCE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [route, ratePerSecond])
  return preview
}

async function askPreview({ api, stageName, routeKey }: RouteContext, ratePerSecond: number): Promise<Preview> {
  const request = { apiId: api.id, stage: stageName, routeKey, ratePerSecond, durationInSeconds: SECONDS }
  try {
    return { state: 'ready', preview: await bridge.call('throttle.preview', request) }
  } catch (error) {
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function Bars({ preview }: { readonly preview: ThrottlePreview | null }) {
  if (preview === null) return <div className="gw-consequence-bars" aria-hidden="true" />
  const highest = Math.max(1, ...preview.bySecond.map(({ admitted, throttled }) => admitted + throttled))
  const sentence = `${formatCount(preview.admitted)} admitted, ${formatCount(preview.throttled)} throttled`
  return (
    <>
      <div className="gw-consequence-bars" role="img" aria-label={sentence}>
        {preview.bySecond.map(({ admitted, throttled }, second) => (
          <div
            key={second}
            className="gw-consequence-second"
            title={`Second ${second + 1}: ${admitted} admitted, ${throttled} throttled`}
          >
            <span data-kind="throttled" style={{ height: `${(throttled / highest) * 100}%` }} />
            <span data-kind="admitted" style={{ height: `${(admitted / highest) * 100}%` }} />
            <small>{second + 1}</small>
          </div>
        ))}
      </div>
      <p className="gw-consequence-legend gw-numbers">
        <span data-kind="admitted">{formatCount(preview.admitted)} admitted</span>
        <span data-kind="throttled">{formatCount(preview.throttled)} throttled</span>
      </p>
    </>
  )
}
