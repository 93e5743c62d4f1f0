import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCopy, IconPlayerPlay, IconSend } from '@tabler/icons-react'
import { useMemo } from 'react'
import { commandKeys } from '../../stores/command-keys'
import { copyRoute } from '../../stores/route-actions'
import { tryRoute } from '../../stores/try-store'
import { problemKey } from '../../stores/problems'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { MethodBadge } from '../../ui/method-badge'
import { PipelineLadder } from '../../ui/pipeline/pipeline-ladder'
import { NoSuchRoute } from './no-such-route'
import type { RouteContext } from './route-context'
import { rowsOfRoute } from './rows-of-route'
import { editStep, showStep } from './show-step'
import { simulateRoute } from './simulate-route'
import { turnOffStep } from './turn-off-step'
import { useRoute } from './use-route'
import { useProblemIndex } from './use-route-marks'
import { withFindings } from './with-findings'

/** A route: its toolbar and its pipeline. */
export function RouteView({ routeKey }: { readonly routeKey: string }) {
  const route = useRoute(routeKey)
  if (route === null) return <NoSuchRoute routeKey={routeKey} />
  return (
    <>
      <RouteToolbar route={route} />
      <RouteLadder route={route} />
    </>
  )
}

function RouteToolbar({ route }: { readonly route: RouteContext }) {
  return (
    <div className="gw-route-toolbar">
      <MethodBadge verb={route.verb} />
      <h2 className="gw-route-path gw-mono">{route.path}</h2>
      <span className="gw-route-operation">{route.method.operationName}</span>
      <Tooltip label="Duplicate route">
        <ActionIcon aria-label="Duplicate route" onClick={() => copyRoute(route.api.id, route.routeKey)}>
          <IconCopy size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <ActionButton
        testId="try-route"
        leftSection={<IconSend size={14} stroke={1.6} aria-hidden />}
        tooltip={`Send requests to it, ${commandKeys('run.simulate')}`}
        onClick={() => tryRoute(route.routeKey)}
      >
        Try
      </ActionButton>
      <ActionButton
        variant="filled"
        leftSection={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />}
        tooltip={commandKeys('route.simulate')}
        disabledReason={route.stageName === '' ? 'Add a stage first' : null}
        onClick={() => simulateRoute(route)}
      >
        Simulate this route
      </ActionButton>
    </div>
  )
}

function RouteLadder({ route }: { readonly route: RouteContext }) {
  const step = useUiStore((state) => state.step)
  const problems = useProblemIndex().get(problemKey(route.api.id, route.routeKey))
  const rows = useMemo(() => withFindings(rowsOfRoute(route), problems ?? []), [route, problems])
  return (
    <div className="gw-route-ladder">
      <PipelineLadder
        routeKey={route.routeKey}
        rows={rows}
        selected={step}
        onSelect={showStep}
        onEdit={editStep}
        onTurnOff={(off) => turnOffStep(route, off)}
      />
    </div>
  )
}
