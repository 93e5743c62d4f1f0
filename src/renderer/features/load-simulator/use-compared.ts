import { useKeptRunsStore, type KeptRun } from '../../stores/kept-runs-store'
import { useRunStore } from '../../stores/run-store'

/** The kept run that the one on screen is compared with; null when there is none, or when it is the same. */
export function useCompared(): KeptRun | null {
  const runId = useRunStore((state) => state.runId)
  return useKeptRunsStore(({ runs, comparedId }) =>
    comparedId === null || comparedId === runId ? null : (runs.find((run) => run.runId === comparedId) ?? null),
  )
}
