import { activeDraft, useTryStore, type ManyCalls } from '../../stores/try-store'
import { callGateway } from './send-request'
import { countCall } from './count-calls'
import { gatewayRuns } from '../../stores/gateway-runs'

/** Calls of one go at most, and of them at once. */
export const MOST_CALLS = 1000
export const MOST_PARALLEL = 50
/** Milliseconds between two looks at the figures. */
const SHOW_EVERY_MS = 150

/** Send the request in front so many times, so many at once, and count what comes back. */
export async function sendMany(wanted: number, parallel: number): Promise<void> {
  const draft = activeDraft()
  if (draft === null || useTryStore.getState().many[draft.id]?.state === 'running') return
  const { id, request } = draft
  const { setMany, show } = useTryStore.getState()
  if (!(await gatewayRuns())) return
  let counted: ManyCalls = { wanted, parallel, done: 0, statuses: [], state: 'running' }
  let begun = 0
  let shownAt = 0
  setMany(id, counted)
  useTryStore.setState({ answerTab: 'runs' })

  const isStopped = (): boolean => useTryStore.getState().many[id]?.state !== 'running'
  async function work(): Promise<void> {
    while (begun < wanted && !isStopped()) {
      begun += 1
      const startedAt = performance.now()
      const shown = await callGateway(request, false)
      const took = shown.kind === 'answered' ? shown.answer.durationMs : performance.now() - startedAt
      counted = countCall(counted, shown, took)
      if (counted.done === 1) show(id, shown)
      if (performance.now() - shownAt < SHOW_EVERY_MS || isStopped()) continue
      shownAt = performance.now()
      setMany(id, counted)
    }
  }

  await Promise.all(Array.from({ length: Math.min(parallel, wanted) }, work))
  setMany(id, { ...counted, state: counted.done < wanted ? 'stopped' : 'done' })
}

/** What is on its way comes back; nothing more is sent. */
export function stopMany(id: string): void {
  const { many, setMany } = useTryStore.getState()
  const running = many[id]
  if (running?.state === 'running') setMany(id, { ...running, state: 'stopped' })
}
