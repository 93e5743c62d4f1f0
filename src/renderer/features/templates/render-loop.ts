import type { TemplateRenderRequest } from '@shared/contract/template'
import { GatewrightError } from '@shared/contract/errors'
import { bridge } from '../../contract-client'
import { latestOnly } from '../../stores/latest-only'
import { useTemplateStore } from '../../stores/template-store'

interface Question {
  readonly name: string
  readonly request: TemplateRenderRequest
}

/** One render at a time, always of the latest text and event; what was shown before stays until the answer is there. */
const renders = latestOnly<Question, void>({
  send: async ({ name, request }) => {
    const answer = await bridge.call('template.render', request)
    if (useTemplateStore.getState().name === name) useTemplateStore.getState().rendered({ request, answer })
  },
  onAnswer: () => undefined,
  onFailure: (error) => useTemplateStore.setState({ failure: messageOf(error) }),
  onBusy: (isRendering) => useTemplateStore.setState({ isRendering }),
})

/** Render for the template of this name; forgotten when another is on screen before the answer comes. */
export function render(name: string, request: TemplateRenderRequest): void {
  renders.ask({ name, request })
}

/** When the last render asked for is on screen. */
export function renderSettled(): Promise<void> {
  return renders.settled()
}

export function messageOf(error: unknown): string {
  return error instanceof GatewrightError || error instanceof Error ? error.message : String(error)
}
