import { useMemo } from 'react'
import type { TracedRequest } from '@shared/contract/gateway'
import type { CallableApi } from '@shared/design/callable-api'
import { callOf, type ShownCall } from '../../stores/try-store'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { formatBytes } from '../../ui/format'
import { rowsOfCall } from '../../ui/pipeline/call-rows'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { isAnsweredPreflight } from '../../ui/pipeline/call-end'
import { parameterMappings } from '../../ui/pipeline/parameter-mappings'
import { undecidedWords } from '../../ui/pipeline/undecided-words'
import { TraceLadder } from '../../ui/pipeline/trace-ladder'
import { statusText } from './http-status'
import { NoRoute } from './no-route'
import { isPreflight, Preflight } from './preflight'
import type { RouteLadder } from './route-ladder'
import { useIsNarrow } from './use-is-narrow'
import { useShown, type OpenRequest } from './use-request'
import { useDesignStore } from '../../stores/design-store'
import { stepWords, whyOfCall, type Why } from './why-words'

export interface CallStoryProps {
  readonly open: OpenRequest
  readonly RouteLadder: RouteLadder
}

/** The pipeline with what it decided; before the request was sent, as it is designed. */
export function CallStory({ open, RouteLadder }: CallStoryProps) {
  const shown = useShown()
  const call = callOf(shown)
  if (shown === undefined || shown.kind === 'failed') {
    if (isPreflight(open)) return <Preflight open={open} />
    if (open.route !== null) return <Designed routeKey={open.route.routeKey} RouteLadder={RouteLadder} />
    return <NoRoute open={open} title="No route has this address" />
  }
  if (call === null)
    return (
      <EmptyState title="The gateway found no API">
        It answered by itself: no API and no stage of this project has the address.
      </EmptyState>
    )
  if (isAnsweredPreflight(call)) return <Preflight open={open} isAnswered />
  if (call.routeKey === '') {
    const answeredBy = call.protocolType === 'HTTP' ? 'HTTP' : 'REST'
    return <NoRoute open={open} title="The path or method does not exist" answeredBy={answeredBy} />
  }
  if (call.trace.length === 0 && call.protocolType === 'HTTP')
    return <Undecided call={call} RouteLadder={RouteLadder} />
  return <Ladder call={call} shown={shown} apiId={open.request.apiId} api={open.api} />
}

interface UndecidedProps {
  readonly call: TracedRequest
  readonly RouteLadder: RouteLadder
}

/** A route that cannot be served as it is designed. */
function Undecided({ call, RouteLadder: Designs }: UndecidedProps) {
  const { title, text } = undecidedWords(call)
  return (
    <div className="gw-try-scroll">
      <p className="gw-try-hint" data-testid="undecided">
        <b>{title}.</b> {text}
      </p>
      <Designs routeKey={call.routeKey} />
    </div>
  )
}

function Designed({
  routeKey,
  RouteLadder: Designs,
}: {
  readonly routeKey: string
  readonly RouteLadder: RouteLadder
}) {
  return (
    <div className="gw-try-scroll">
      <p className="gw-try-hint">The route as it is designed. Send the request to see what it meets.</p>
      <Designs routeKey={routeKey} />
    </div>
  )
}

interface LadderProps {
  readonly call: TracedRequest
  readonly shown: ShownCall
  readonly apiId: string
  readonly api: CallableApi | null
}

function Ladder({ call, shown, apiId, api }: LadderProps) {
  const isCompact = useIsNarrow()
  const bytes = shown.kind === 'answered' ? `, ${formatBytes(shown.answer.body.bytes)}` : ''
  const answer = `${statusText(call.status)}${bytes}`
  const rows = useMemo(() => {
    const isHttp = api?.protocolType === 'HTTP' && call.protocolType === 'HTTP'
    return rowsOfCall(call, answer, isHttp ? parameterMappings(api, call.routeKey, call.status) : undefined)
  }, [call, answer, api])
  const why = useMemo(() => whyOfCall(call), [call])
  const skipped = shown.kind === 'answered' ? shown.answer.skippedSteps : []
  return (
    <div className="gw-try-scroll" key={call.requestId}>
      {skipped.length > 0 && (
        <p className="gw-try-hint" data-testid="skipped-steps">
          A test invoke runs the method as it stands, deployed or not. Left out: {skipped.map(stepWords).join(', ')}.
        </p>
      )}
      <TraceLadder
        trace={call.trace}
        rows={rows}
        routeLabel={call.routeKey}
        compact={isCompact}
        endNote={why === null ? undefined : <WhyNote why={why} call={call} apiId={apiId} />}
        onSelect={(step) => showSetting(apiId, call, step)}
      />
    </div>
  )
}

interface WhyNoteProps {
  readonly why: Why
  readonly call: TracedRequest
  readonly apiId: string
}

function WhyNote({ why, call, apiId }: WhyNoteProps) {
  return (
    <div className="gw-try-why" role="note" aria-label="Why?" data-testid="why" data-step={why.step}>
      <p>
        <b>Why?</b> {why.found} <span className="gw-try-advice">{why.advice}</span>
      </p>
      <ActionButton onClick={() => showSetting(apiId, call, why.step)}>Open the setting</ActionButton>
    </div>
  )
}

/** Where Design edits what a step does. */
function showSetting(apiId: string, call: TracedRequest, step: LadderStep): void {
  const ui = useUiStore.getState()
  const { design } = useDesignStore.getState()
  const named = design?.apis.filter(({ name }) => name === call.apiName) ?? []
  const api = named.find(({ id }) => id === apiId) ?? named[0]
  if (api !== undefined && ui.apiId !== api.id) ui.selectApi(api.id, call.stage)
  ui.show('design')
  ui.openTab({ kind: 'route', key: call.routeKey })
  ui.selectStep(step)
}
