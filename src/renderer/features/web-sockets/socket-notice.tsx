import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useGatewayStore } from '../../stores/gateway-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { handshakeWords } from './handshake-words'
import { openSockets, whyNotOpen } from './open-sockets'
import type { OnScreen } from './use-web-socket'

/** What stands between the person and an open connection, or what became of the last action. */
export function SocketNotice({ screen }: { readonly screen: OnScreen }) {
  const gateway = useGatewayStore((state) => state.gateway)
  const notice = useWebSocketView((state) => state.notice)
  if (gateway.state === 'failed')
    return (
      <Bar kind="gateway-failed" isProblem>
        {gateway.message}
      </Bar>
    )
  if (gateway.state === 'stopped')
    return (
      <Bar
        kind="stopped"
        action={
          <ActionButton testId="ws-start" disabledReason={whyNotOpen()} onClick={() => void openSockets(1)}>
            Start and connect
          </ActionButton>
        }
      >
        The gateway is stopped.
      </Bar>
    )
  if (notice === null) return null
  if (notice.kind !== 'refused')
    return (
      <Bar kind={notice.kind} isProblem={notice.kind === 'failed'} action={<Dismiss />}>
        {notice.text}
      </Bar>
    )
  return <Refused status={notice.status} body={notice.body} hasConnect={Object.hasOwn(screen.api.routes, '$connect')} />
}

interface RefusedProps {
  readonly status: number
  readonly body: string
  readonly hasConnect: boolean
}

function Refused({ status, body, hasConnect }: RefusedProps) {
  const { title, meaning } = handshakeWords(status)
  const why = (
    <ActionButton
      testId="ws-why"
      disabledReason={hasConnect ? null : 'The API has no $connect route'}
      onClick={() => useWebSocketView.setState({ framesTab: 'pipeline', pipelineRoute: '$connect' })}
    >
      Why?
    </ActionButton>
  )
  return (
    <Bar
      kind="refused"
      isProblem
      status={status}
      action={
        <>
          {why}
          <Dismiss />
        </>
      }
    >
      <b>The handshake was refused with {title}.</b> {meaning}{' '}
      {body.trim() !== '' && <code className="gw-mono gw-ws-refusal">{body.slice(0, 300)}</code>}
    </Bar>
  )
}

function Dismiss() {
  return <ActionButton onClick={() => useWebSocketView.setState({ notice: null })}>Dismiss</ActionButton>
}

interface BarProps {
  readonly kind: string
  readonly isProblem?: boolean
  readonly status?: number
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Bar({ kind, isProblem = false, status, action, children }: BarProps) {
  const Shape = isProblem ? IconAlertTriangle : IconInfoCircle
  return (
    <div
      className="gw-ws-notice"
      role="status"
      data-testid="ws-notice"
      data-kind={kind}
      data-status={status}
      data-is-problem={isProblem || undefined}
    >
      <Shape size={16} stroke={1.6} aria-hidden />
      <span>{children}</span>
      {action}
    </div>
  )
}
