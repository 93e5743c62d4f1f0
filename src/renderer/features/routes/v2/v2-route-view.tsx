import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCopy, IconPlayerPlay, IconSend } from '@tabler/icons-react'
import { useMemo } from 'react'
import { splitRouteKey } from '@shared/design/route-key'
import { commandKeys } from '../../../stores/command-keys'
import { problemKey } from '../../../stores/problems'
import { copyRoute } from '../../../stores/route-actions'
import { tryRoute } from '../../../stores/try-store'
import { useUiStore } from '../../../stores/ui-store'
import { ActionButton } from '../../../ui/action-button'
import { MethodBadge } from '../../../ui/method-badge'
import { PipelineLadder } from '../../../ui/pipeline/pipeline-ladder'
import { NoSuchRoute } from '../no-such-route'
import { editStep, showStep } from '../show-step'
import { useProblemIndex } from '../use-route-marks'
import { withFindings } from '../with-findings'
import { httpRows } from './rows/http-rows'
import { webSocketRows } from './rows/websocket-rows'
import { simulateV2Route } from './simulate-v2-route'
import { useV2Route } from './use-v2-route'
import type { V2RouteContext } from './v2-route-context'
import { turnOffV2Step } from './v2-turn-off-step'

/** A route of an HTTP or WebSocket API: its toolbar and its pipeline. */
export function V2RouteView({ routeKey }: { readonly routeKey: string }) {
  const context = useV2Route(routeKey)
  if (context === null) return <NoSuchRoute routeKey={routeKey} />
  return (
    <>
      <Toolbar context={context} />
      <Ladder context={context} />
    </>
  )
}

function Toolbar({ context }: { readonly context: V2RouteContext }) {
  const { api, routeKey, route, stageName } = context
  const hasVerb = routeKey.includes(' ')
  const { verb, path } = splitRouteKey(routeKey)
  return (
    <div className="gw-route-toolbar">
      {hasVerb && <MethodBadge verb={verb} />}
      <h2 className="gw-route-path gw-mono">{hasVerb ? path : routeKey}</h2>
      <span className="gw-route-operation">{route.operationName}</span>
      <Tooltip label="Duplicate route">
        <ActionIcon aria-label="Duplicate route" onClick={() => copyRoute(api.id, routeKey)}>
          <IconCopy size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <ActionButton
        testId="try-route"
        leftSection={<IconSend size={14} stroke={1.6} aria-hidden />}
        tooltip={`Send requests to it, ${commandKeys('run.simulate')}`}
        onClick={() => tryRoute(routeKey)}
      >
        Try
      </ActionButton>
      <ActionButton
        variant="filled"
        leftSection={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />}
        tooltip={commandKeys('route.simulate')}
        disabledReason={stageName === '' ? 'Add a stage first' : null}
        onClick={() => simulateV2Route(context)}
      >
        Simulate this route
      </ActionButton>
    </div>
  )
}

function Ladder({ context }: { readonly context: V2RouteContext }) {
  const step = useUiStore((state) => state.step)
  const problems = useProblemIndex().get(problemKey(context.api.id, context.routeKey))
  const rows = useMemo(() => {
    const own = context.protocolType === 'HTTP' ? httpRows(context) : webSocketRows(context)
    return withFindings(own, problems ?? [])
  }, [context, problems])
  return (
    <div className="gw-route-ladder">
      <PipelineLadder
        routeKey={context.routeKey}
        rows={rows}
        selected={rows.some((row) => row.step === step) ? step : null}
        onSelect={showStep}
        onEdit={editStep}
        onTurnOff={(off) => turnOffV2Step(context, off)}
      />
    </div>
  )
}
