import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTryStore } from '../../stores/try-store'
import { undeployedChangesOf } from '../../stores/undeployed'
import { ActionButton } from '../../ui/action-button'
import { changesOfRoute } from './route-changes'
import { deployAndSend, sendActive } from './send-request'
import type { OpenRequest } from './use-request'

/** What stands between the request and the answer that is expected of it, with the way out. Nothing where nothing does. */
export function TryNotice({ open }: { readonly open: OpenRequest }) {
  const gateway = useGatewayStore((state) => state.gateway)
  const isSending = useTryStore((state) => state.sending.has(open.draft.id))
  const busy = isSending ? 'The request is on its way' : null
  const deployment = useDeploymentNotice(open)
  if (open.api === null)
    return <Notice kind="no-api">The API of this request is not part of the project any more.</Notice>
  if (gateway.state === 'failed')
    return (
      <Notice
        kind="failed"
        isProblem
        action={
          <ActionButton disabledReason={busy} onClick={() => void sendActive()}>
            Try again and send
          </ActionButton>
        }
      >
        {gateway.message}
      </Notice>
    )
  if (deployment !== null)
    return (
      <Notice
        kind={deployment.kind}
        action={
          <ActionButton testId="deploy-and-send" disabledReason={busy} onClick={() => void deployAndSend()}>
            Deploy and send
          </ActionButton>
        }
      >
        {deployment.text}
      </Notice>
    )
  if (gateway.state === 'stopped')
    return (
      <Notice
        kind="stopped"
        action={
          <ActionButton testId="start-and-send" disabledReason={busy} onClick={() => void sendActive()}>
            Start and send
          </ActionButton>
        }
      >
        The gateway is stopped.
      </Notice>
    )
  return null
}

interface DeploymentNotice {
  readonly kind: 'not-deployed' | 'undeployed'
  readonly text: string
}

/** What callers of the stage do not see yet of this route. */
function useDeploymentNotice({ api, route, request: { stage } }: OpenRequest): DeploymentNotice | null {
  return useMemo(() => {
    // HTTP APIs serve every change at once.
    if (api === null || api.protocolType === 'HTTP' || !Object.hasOwn(api.stages, stage)) return null
    const { deploymentId } = api.stages[stage] ?? {}
    const at = api.deployments.findIndex(({ id }) => id === deploymentId)
    if (at === -1) return { kind: 'not-deployed', text: `${api.name} is not deployed to ${stage} yet.` }
    if (route === null || route.method === null || changesOfRoute(undeployedChangesOf(api, stage), route).length === 0)
      return null
    const number = api.deployments.length - at
    return { kind: 'undeployed', text: `You are calling deployment ${number}; this route changed since.` }
  }, [api, route, stage])
}

interface NoticeProps {
  readonly kind: string
  readonly isProblem?: boolean
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Notice({ kind, isProblem = false, action, children }: NoticeProps) {
  const Shape = isProblem ? IconAlertTriangle : IconInfoCircle
  return (
    <div className="gw-try-notice" data-testid="try-notice" data-kind={kind} data-is-problem={isProblem || undefined}>
      <Shape size={16} stroke={1.6} aria-hidden />
      <span>{children}</span>
      {action}
    </div>
  )
}
