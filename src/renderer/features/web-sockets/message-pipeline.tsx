import { useMemo, type ComponentType } from 'react'
import type { FrameEvent } from '@shared/contract/websocket'
import type { Trace } from '@shared/trace'
import { useUiStore } from '../../stores/ui-store'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { EmptyState } from '../../ui/empty-state'
import { formatMs } from '../../ui/format'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { TraceLadder } from '../../ui/pipeline/trace-ladder'
import { rowsOfTrace } from '../../ui/pipeline/trace-rows'
import { metPipeline, type MetPipeline } from './met-pipeline'
import type { OnScreen } from './use-web-socket'

export interface MessagePipelineProps {
  readonly screen: OnScreen
  readonly entries: readonly StreamEntry[]
  readonly RouteLadder: ComponentType<{ readonly routeKey: string }>
}

/** What a message or a handshake met on its way; where nothing was told of it, the pipeline of its route as it is designed. */
export function MessagePipeline({ screen: { api, stage }, entries, RouteLadder }: MessagePipelineProps) {
  const wanted = useWebSocketView((state) => state.pipelineRoute)
  const entryId = useWebSocketView((state) => state.entryId)
  const refusal = useWebSocketStore((state) => state.refusal)
  const met = useMemo(() => {
    const isHere = refusal?.apiName === api.name && refusal.stage === stage
    return metPipeline({ entries, entryId, wanted, refusal: isHere ? refusal : null })
  }, [api.name, entries, entryId, refusal, stage, wanted])
  const routeKey = routeOf(met)
  const trace = traceOf(met)
  if (routeKey === null)
    return (
      <EmptyState title="No route took the message">
        Its selection is the key of no route, and there is no $default route: the client got a Forbidden frame.
      </EmptyState>
    )
  const isDesigned = Object.hasOwn(api.routes, routeKey)
  if (trace === null && !isDesigned)
    return (
      <EmptyState title={`The API has no ${routeKey} route`}>
        {routeKey === '$connect' ? 'Every handshake is accepted.' : 'A backend hears nothing of it.'}
      </EmptyState>
    )
  return (
    <div
      className="gw-ws-scroll"
      data-testid="ws-pipeline"
      data-route={routeKey}
      data-met={trace === null ? 'design' : met.kind}
    >
      <p className="gw-ws-hint">
        <Words met={met} /> {trace === null && 'Below is the route as it is designed.'}
      </p>
      {trace === null ? (
        <RouteLadder routeKey={routeKey} />
      ) : (
        <Met trace={trace} routeKey={routeKey} onSelect={(step) => isDesigned && showStep(routeKey, step)} />
      )}
    </div>
  )
}

interface MetProps {
  readonly trace: Trace
  readonly routeKey: string
  onSelect(step: LadderStep): void
}

function Met({ trace, routeKey, onSelect }: MetProps) {
  const rows = useMemo(() => rowsOfTrace(trace, 'WEBSOCKET'), [trace])
  return <TraceLadder trace={trace} rows={rows} routeLabel={routeKey} compact onSelect={onSelect} />
}

/** Where Design edits what a step does. */
function showStep(routeKey: string, step: LadderStep): void {
  const ui = useUiStore.getState()
  ui.show('design')
  ui.openTab({ kind: 'route', key: routeKey })
  ui.selectStep(step)
}

function routeOf(met: MetPipeline): string | null {
  if (met.kind === 'message') return met.frame.routeKey
  return met.kind === 'design' ? met.routeKey : '$connect'
}

/** Null where no decision was told. */
function traceOf(met: MetPipeline): Trace | null {
  const trace = told(met)
  return trace === undefined || trace === null || trace.length === 0 ? null : trace
}

function told(met: MetPipeline): Trace | null | undefined {
  switch (met.kind) {
    case 'message':
      return met.frame.trace
    case 'handshake':
      return met.trace
    case 'refusal':
      return met.refusal.trace
    case 'design':
      return null
  }
}

function Words({ met }: { readonly met: MetPipeline }) {
  switch (met.kind) {
    case 'message':
      return <Outcome frame={met.frame} isChosen={met.isChosen} />
    case 'handshake':
      return <>The handshake was let in.</>
    case 'refusal':
      return (
        <>
          The last handshake was refused with <b>{met.refusal.status}</b>.
        </>
      )
    case 'design':
      return (
        <>
          The route <b>{met.routeKey}</b>.
        </>
      )
  }
}

interface OutcomeProps {
  readonly frame: FrameEvent
  readonly isChosen: boolean
}

function Outcome({ frame: { durationMs, integrationMs, problem, routeKey, status }, isChosen }: OutcomeProps) {
  const times = [
    durationMs === null ? '' : ` in ${formatMs(durationMs)}`,
    integrationMs === null ? '' : `, of which the integration took ${formatMs(integrationMs)}`,
  ]
  return (
    <>
      {isChosen ? 'This message' : 'The last message'} took the route <b>{routeKey}</b> and came to{' '}
      <b>{status ?? 'nothing'}</b>
      {times.join('')}.{problem !== null && <> It met a problem: {problem}.</>}
    </>
  )
}
