import { useMemo } from 'react'
import { useUiStore } from '../../../stores/ui-store'
import type { LadderStep } from '../../../ui/pipeline/ladder-step'
import { PipelineLadder } from '../../../ui/pipeline/pipeline-ladder'
import { httpRows } from './rows/http-rows'
import { webSocketRows } from './rows/websocket-rows'
import { useV2Route } from './use-v2-route'

/** The pipeline of a route of an HTTP or WebSocket API as it is designed, to be looked at elsewhere; a row leads to its setting in Design. */
export function V2RoutePreview({ routeKey }: { readonly routeKey: string }) {
  const context = useV2Route(routeKey)
  const rows = useMemo(() => {
    if (context === null) return []
    return context.protocolType === 'HTTP' ? httpRows(context) : webSocketRows(context)
  }, [context])
  function open(step: LadderStep): void {
    const ui = useUiStore.getState()
    ui.show('design')
    ui.openTab({ kind: 'route', key: routeKey })
    ui.selectStep(step)
  }
  return <PipelineLadder routeKey={routeKey} rows={rows} selected={null} onSelect={open} />
}
