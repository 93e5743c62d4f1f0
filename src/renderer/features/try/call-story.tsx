import { useMemo } from 'react'
import type { TracedRequest } from '@shared/contract/gateway'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, splitRouteKey } from '@shared/design/route-key'
import { callOf, type ShownCall } from '../../stores/try-store'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { formatBytes } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { rowsOfCall } from '../../ui/pipeline/call-rows'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { TraceLadder } from '../../ui/pipeline/trace-ladder'
import { closestRoutes } from './closest-routes'
import { statusText } from './http-status'
import type { RouteLadder } from './route-ladder'
import { useIsNarrow } from './use-is-narrow'
import { useShown, type OpenRequest } from './use-request'
import { useDesignStore } from '../../stores/design-store'
import { takeRoute } from './take-route'
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
    if (open.route !== null) return <Designed routeKey={open.route.routeKey} RouteLadder={RouteLadder} />
    return <NoRoute open={open} title="No route has this address" />
  }
  if (call === null)
    return (
      <EmptyState title="The gateway found no API">
        It answered by itself: no API and no stage of this project has the address.
      </EmptyState>
    )
  if (call.routeKey === '') {
    return <NoRoute open={open} title="The path or method does not exist" isAnswered />
  }
  return <Ladder call={call} shown={shown} apiId={open.request.apiId} />
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
}

function Ladder({ call, shown, apiId }: LadderProps) {
  const isCompact = useIsNarrow()
  const bytes = shown.kind === 'answered' ? `, ${formatBytes(shown.answer.body.bytes)}` : ''
  const answer = `${statusText(call.status)}${bytes}`
  const rows = useMemo(() => rowsOfCall(call, answer), [call, answer])
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

interface NoRouteProps {
  readonly open: OpenRequest
  readonly title: string
  readonly isAnswered?: boolean
}

/** An address that no route has, and those that are near to it. */
function NoRoute({ open, title, isAnswered = false }: NoRouteProps) {
  const { api, request } = open
  const closest = useMemo(
    () => (api === null ? [] : closestRoutes(api, request.method, request.path)),
    [api, request.method, request.path],
  )
  return (
    <div className="gw-try-no-route" data-testid="no-route">
      <p className="gw-try-no-route-title">{title}</p>
      <p>
        {isAnswered
          ? 'The service answers 403 Missing Authentication Token for every address that no route has.'
          : 'Sent like this, the service answers 403 Missing Authentication Token.'}
      </p>
      {api !== null && closest.length > 0 && (
        <>
          <p>{closest.length === 1 ? 'The closest is' : 'The closest are'}</p>
          <ul>
            {closest.map((routeKey) => (
              <li key={routeKey}>
                <CloseRoute api={api} open={open} routeKey={routeKey} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function CloseRoute({
  api,
  open,
  routeKey,
}: {
  readonly api: RestApi
  readonly open: OpenRequest
  readonly routeKey: string
}) {
  const { verb, path } = splitRouteKey(routeKey)
  return (
    <button
      type="button"
      className="gw-try-close-route"
      data-testid="closest-route"
      data-route-key={routeKey}
      onClick={() => {
        const route = restRoutes(api).find((each) => each.routeKey === routeKey)
        if (route !== undefined) takeRoute(open, route)
      }}
    >
      <MethodBadge verb={verb} /> <span className="gw-mono">{path}</span>
    </button>
  )
}
