import type { RequestFilter } from '@shared/contract/simulation'
import { useFoundRequestsStore } from '../../stores/found-requests-store'
import { useRunStore } from '../../stores/run-store'
import { useSimulateViewStore } from '../../stores/simulate-view-store'
import { toast } from '../../ui/toast'

/** List the requests of the run that match, in front of whatever is shown. */
export function findRequests(filter: RequestFilter): void {
  const { runId, phase } = useRunStore.getState()
  if (runId === null) return
  if (phase === 'running') {
    toast({ message: 'The run is still going. Pause it to look at its requests', code: 'find-running' })
    return
  }
  useSimulateViewStore.getState().open('run')
  useFoundRequestsStore.setState(({ asked }) => ({ filter, asked: asked + 1 }))
  useFoundRequestsStore.getState().find(runId)
}
