import { useMemo } from 'react'
import { useUiStore } from '../../stores/ui-store'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { PipelineLadder } from '../../ui/pipeline/pipeline-ladder'
import { rowsOfRoute } from './rows-of-route'
import { useRoute } from './use-route'

/** The pipeline of a route as it is designed, to be looked at elsewhere; a row leads to its setting in Design. */
export function RoutePreview({ routeKey }: { readonly routeKey: string }) {
  const route = useRoute(routeKey)
  const rows = useMemo(() => (route === null ? [] : rowsOfRoute(route)), [route])
  function open(step: LadderStep): void {
    const ui = useUiStore.getState()
    ui.show('design')
    ui.openTab({ kind: 'route', key: routeKey })
    ui.selectStep(step)
  }
  return <PipelineLadder routeKey={routeKey} rows={rows} selected={null} onSelect={open} />
}
