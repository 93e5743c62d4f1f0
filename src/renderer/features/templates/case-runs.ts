import { bridge } from '../../contract-client'
import { useDesignStore } from '../../stores/design-store'
import { latestOnly } from '../../stores/latest-only'
import { useTemplateStore } from '../../stores/template-store'
import { toast } from '../../ui/toast'
import { messageOf } from './render-loop'

/** Plays the cases of the named templates, or of all. */
async function play(templates?: readonly string[]): Promise<void> {
  // The cases are played on what the service holds.
  useDesignStore.getState().sendNow()
  const { results } = await bridge.call('template.runCases', templates === undefined ? {} : { templates })
  useTemplateStore.getState().setResults(results)
}

function tellFailure(error: unknown): void {
  toast({ message: `The cases were not run: ${messageOf(error)}`, code: 'cases-failed' })
}

const ofOne = latestOnly<string, void>({
  send: (name) => play([name]),
  onAnswer: () => undefined,
  onFailure: tellFailure,
  onBusy: () => undefined,
})

const ofAll = latestOnly<null, void>({
  send: () => play(),
  onAnswer: () => undefined,
  onFailure: tellFailure,
  onBusy: (isRunningCases) => useTemplateStore.setState({ isRunningCases }),
})

/** Play the cases of one template, as they are saved. */
export function runCasesOf(name: string): void {
  ofOne.ask(name)
}

/** Play every case of the project. */
export function runAllCases(): void {
  ofAll.ask(null)
}
