import { ActionIcon } from '@mantine/core'
import { IconHelpCircle, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SimulationExplanation } from '@shared/contract/simulation'
import { splitRouteKey } from '@shared/design/route-key'
import { OUTCOME_INFO, OUTCOMES } from '@shared/outcome'
import { useFoundRequestsStore } from '../../stores/found-requests-store'
import { useRunStore } from '../../stores/run-store'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { formatCount } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { TraceLadder } from '../../ui/pipeline/trace-ladder'
import { requestTime } from './request-time'
import { settingTarget, type SettingTarget } from './setting-target'
import { sampledOutcome } from './sampled-outcome'
import { WhyBuckets } from './why-buckets'
import { WhyRemedy } from './why-remedy'

/** Why one sampled request was answered as it was. */
export function WhyPanel() {
  const explanation = useRunStore((state) => state.explanation)
  const explaining = useRunStore((state) => state.explaining)
  return (
    <>
      {explaining !== null && (
        <p className="gw-sim-panel-empty" role="status">
          Playing the run again up to request {formatCount(explaining)} …
        </p>
      )}
      {explanation !== null && <Why key={explanation.requestId} explanation={explanation} />}
    </>
  )
}

function Why({ explanation }: { readonly explanation: SimulationExplanation }) {
  const closeExplanation = useRunStore((state) => state.closeExplanation)
  const ref = useRef<HTMLElement>(null)
  const [origin] = useState(() => document.activeElement)
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  // The focus goes back to the row that asked, unless it is somewhere else by now.
  const close = (): void => {
    const isInside = ref.current?.contains(document.activeElement) ?? false
    closeExplanation()
    if (isInside && origin instanceof HTMLElement && origin.isConnected) origin.focus()
  }
  return (
    <section
      ref={ref}
      className="gw-sim-why"
      data-testid="why"
      aria-label="Why?"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <header className="gw-sim-panel-head">
        <IconHelpCircle size={16} stroke={1.6} aria-hidden="true" className="gw-sim-why-icon" />
        <h2>Why? Request {formatCount(explanation.requestId)}</h2>
        <ActionIcon size={24} aria-label="Close Why?" onClick={close}>
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </header>
      <WhyHead explanation={explanation} />
      <TraceLadder trace={explanation.trace} routeLabel={explanation.routeKey} compact />
      <p className="gw-sim-why-reason">{explanation.reason}</p>
      {explanation.remedy && <WhyRemedy remedy={explanation.remedy} />}
      <WhyBuckets buckets={explanation.buckets} />
      <SettingButton explanation={explanation} />
    </section>
  )
}

function WhyHead({ explanation }: { readonly explanation: SimulationExplanation }) {
  const { verb, path } = splitRouteKey(explanation.routeKey)
  const sampled = useRunStore((state) => sampledOutcome(state.snapshot, explanation.requestId))
  const found = useFoundRequestsStore(({ requests }) =>
    requests.find(({ requestId }) => requestId === explanation.requestId),
  )?.outcome
  const outcome = sampled ?? OUTCOMES.find((name) => name === found)
  const info = outcome ? OUTCOME_INFO[outcome] : null
  return (
    <div className="gw-sim-why-head">
      <p>
        <MethodBadge verb={verb} />
        <span className="gw-mono">{path}</span>
        {info && (
          <span className="gw-sim-why-status" data-family={info.family}>
            {[info.status, info.gatewayResponse].filter(Boolean).join(' ')}
          </span>
        )}
      </p>
      <p className="gw-sim-note">
        {requestTime(explanation.atMs)}, {explanation.sourceName},{explanation.isCanary ? ' canary,' : ''}{' '}
        {explanation.apiKeyName === null ? (
          'no API key'
        ) : (
          <>
            key <span className="gw-mono">{explanation.apiKeyName}</span>
          </>
        )}
      </p>
    </div>
  )
}

function SettingButton({ explanation }: { readonly explanation: SimulationExplanation }) {
  const { setting, routeKey } = explanation
  const target = setting === null ? null : settingTarget(setting, routeKey)
  return setting === null || target === null ? null : (
    <div className="gw-sim-why-actions">
      <ActionButton onClick={() => goTo(target, setting)}>{target.label}</ActionButton>
    </div>
  )
}

/** Show the place where the setting is edited and put the focus into its field. */
function goTo({ tab, step }: SettingTarget, pointer: string): void {
  const ui = useUiStore.getState()
  ui.show(tab === null ? 'settings' : 'design')
  if (tab !== null) ui.openTab(tab)
  if (step !== null) ui.selectStep(step)
  ui.focusField(pointer)
}
