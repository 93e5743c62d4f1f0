import type { TemplateRenderAnswer, TemplateRenderRequest } from '@shared/contract/template'
import { GatewrightError } from '@shared/contract/errors'
import { bridge } from '../../contract-client'
import { latestOnly } from '../../stores/latest-only'
import { useTemplateStore } from '../../stores/template-store'
import { keepDetails } from './keep-details'

/** A recording of more steps takes longer to send than to make: the output goes ahead of it. */
const LONG_RECORDING = 500
/** Milliseconds without a further key after which a long recording is asked for. */
const DETAILS_AFTER = 150

interface Question {
  readonly name: string
  readonly request: TemplateRenderRequest
}

/** One render at a time, always of the latest text and event; what was shown before stays until the answer is there. */
const renders = latestOnly<Question, void>({
  send: async (question) => {
    const { name, request } = question
    const before = useTemplateStore.getState().shown?.answer ?? null
    const isLong = (before?.recording?.steps.length ?? 0) > LONG_RECORDING
    if (!isLong) {
      show(question, await ask(request))
      return
    }
    const output = await ask({ ...request, record: false, compare: false })
    if (useTemplateStore.getState().name === name) detailsLater(question)
    show(question, keepDetails(output, before))
  },
  onAnswer: () => undefined,
  onFailure: (error) => useTemplateStore.setState({ failure: messageOf(error) }),
  onBusy: (isRendering) => useTemplateStore.setState({ isRendering }),
})

/** The recordings that were left out. */
const details = latestOnly<Question, void>({
  send: async (question) => {
    const answer = await ask(question.request)
    if (useTemplateStore.getState().shown?.request === question.request) show(question, answer)
  },
  onAnswer: () => undefined,
  onFailure: (error) => useTemplateStore.setState({ failure: messageOf(error) }),
  onBusy: () => undefined,
})

let later: { readonly timer: ReturnType<typeof setTimeout>; readonly question: Question } | null = null

/** Render for the template of this name; forgotten when another is on screen before the answer comes. */
export function render(name: string, request: TemplateRenderRequest): void {
  forgetDetails()
  renders.ask({ name, request })
}

/** When the last render asked for is on screen, with its recording. */
export async function renderSettled(): Promise<void> {
  await renders.settled()
  const pending = forgetDetails()
  if (pending !== null) details.ask(pending)
  await details.settled()
}

export function messageOf(error: unknown): string {
  return error instanceof GatewrightError || error instanceof Error ? error.message : String(error)
}

function ask(request: TemplateRenderRequest): Promise<TemplateRenderAnswer> {
  return bridge.call('template.render', request)
}

function show({ name, request }: Question, answer: TemplateRenderAnswer): void {
  if (useTemplateStore.getState().name === name) useTemplateStore.getState().rendered({ request, answer })
}

function detailsLater(question: Question): void {
  forgetDetails()
  const timer = setTimeout(() => {
    later = null
    details.ask(question)
  }, DETAILS_AFTER)
  later = { timer, question }
}

function forgetDetails(): Question | null {
  const pending = later
  if (pending !== null) clearTimeout(pending.timer)
  later = null
  return pending?.question ?? null
}
