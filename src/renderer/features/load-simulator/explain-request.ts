import { openInspector } from '../../stores/open-inspector'
import { useRunStore } from '../../stores/run-store'
import { toast } from '../../ui/toast'

/** Ask why a request was answered as it was; the answer comes in the inspector. */
export function explainRequest(requestId: number): void {
  const { phase, explain } = useRunStore.getState()
  if (phase === 'running') {
    toast({ message: 'The run is still going. Pause it, or ask again when it is over', code: 'explain-running' })
    return
  }
  openInspector()
  explain(requestId).catch((error: unknown) => {
    toast({ message: error instanceof Error ? error.message : String(error), code: 'explain-failed' })
  })
}
