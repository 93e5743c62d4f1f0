import { useEffect, useState } from 'react'
import type { ThrottlePreview } from '@shared/contract/throttle-preview'
import { bridge } from '../../../contract-client'
import { formatCount } from '../../../ui/format'
import './consequence-panel.css'

const DEBOUNCE_MS = 150

type Preview = { readonly state: 'waiting' } | { readonly state: 'failed'; readonly message: string } | Ready
type Ready = { readonly state: 'ready'; readonly preview: ThrottlePreview }

/** Whose steady load is played: one client that calls one route. A new object asks anew. */
export interface PreviewSubject {
  readonly apiId: string
  readonly stage: string
  readonly routeKey: string
  readonly ratePerSecond: number
  /** Name of the API key that the client has; absent when it needs none. */
  readonly keyName?: string
}

/** Seconds of load that are shown. */
export const PREVIEW_SECONDS = 10

/** What the limit does to a steady load, played through the real pipeline each time a setting changed. */
export function ConsequencePanel({ subject }: { readonly subject: PreviewSubject }) {
  const { ratePerSecond, keyName } = subject
  const preview = usePreview(subject)
  const shown = preview.state === 'ready' ? preview.preview : null
  const title = `What ${formatCount(ratePerSecond)} requests/s for ${shown?.bySecond.length ?? PREVIEW_SECONDS} s gets`
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
      {keyName !== undefined && <p className="gw-inspector-note">One client with the key {keyName}.</p>}
    </div>
  )
}

/** Asks again whenever the subject is another: any setting of its design could change the answer. */
function usePreview(subject: PreviewSubject): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'waiting' })
  useEffect(() => {
    let isCurrent = true
    const show = (answer: Preview): void => {
      if (isCurrent) setPreview(answer)
    }
    const timer = setTimeout(() => void askPreview(subject).then(show), DEBOUNCE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [subject])
  return preview
}

async function askPreview({ apiId, stage, routeKey, ratePerSecond }: PreviewSubject): Promise<Preview> {
  const request = { apiId, stage, routeKey, ratePerSecond, durationInSeconds: PREVIEW_SECONDS }
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
