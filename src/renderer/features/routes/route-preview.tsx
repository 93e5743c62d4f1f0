import { useMemo } from 'react'
import { useUiStore } from '../../stores/ui-store'
import type { LadderRow } from '../../ui/pipeline/ladder-row'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { PipelineLadder } from '../../ui/pipeline/pipeline-ladder'
import { rowsOfRoute } from './rows-of-route'
import { useRoute } from './use-route'
import { httpRows } from './v2/rows/http-rows'
import { webSocketRows } from './v2/rows/websocket-rows'
import { useV2Route } from './v2/use-v2-route'
import type { V2RouteContext } from './v2/v2-route-context'

/** The pipeline of a route as it is designed, to be looked at elsewhere; a row leads to its setting in Design. */
export function RoutePreview({ routeKey }: { readonly routeKey: string }) {
  const route = useRoute(routeKey)
  const v2Route = useV2Route(routeKey)
  const rows = useMemo(
    () => (route !== null ? rowsOfRoute(route) : v2Route !== null ? v2Rows(v2Route) : []),
    [route, v2Route],
  )
  function open(step: LadderStep): void {
    const ui = useUiStore.getState()
    ui.show('design')
    ui.openTab({ kind: 'route', key: routeKey })
    ui.selectStep(step)
  }
  return <PipelineLadder routeKey={routeKey} rows={rows} selected={null} onSelect={open} />
}

function v2Rows(context: V2RouteContext): LadderRow[] {
  return context.protocolType === 'HTTP' ? httpRows(context) : webSocketRows(context)
}
