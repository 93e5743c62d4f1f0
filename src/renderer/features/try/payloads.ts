import type { TemplateRun, TracedRequest } from '@shared/contract/gateway'
import type { TemplateRenderRequest } from '@shared/contract/template'
import type { TryAnswer } from '@shared/contract/try'
import type { Design } from '@shared/design/design'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { isVerb } from '@shared/design/method'
import type { CallableApi } from '@shared/design/callable-api'
import type { RestApi } from '@shared/design/rest-api'
import { splitRouteKey } from '@shared/design/route-key'
import { templateOfSlot } from '@shared/design/template-slots'
import type { TemplateEvent } from '@shared/template-event'

export type PayloadId = 'received' | 'to-backend' | 'from-backend' | 'answered'

/** One payload on its way through a call. */
export interface Payload {
  readonly id: PayloadId
  readonly title: string
  /** null when it is not known, or is to be rendered. */
  readonly text: string | null
  /** Bytes, where they are known. */
  readonly bytes: number | null
  /** Why there is no text, or what it is. */
  readonly note: string
  /** Gives the text: the gateway keeps what a template read, not all of what it wrote. */
  readonly render: TemplateRenderRequest | null
  /** The template that made it, and what that saw. */
  readonly template: { readonly slot: TemplateSlot; readonly event: TemplateEvent } | null
}

/** What a call is known by. */
export interface PayloadSource {
  readonly call: TracedRequest
  /** Of a call that this window sent. */
  readonly answer: TryAnswer | null
  readonly design: Design
  /** As it answered: a deployment, or for a test invoke as it stands. */
  readonly api: CallableApi
}

/** The request as received, after its mapping, the backend's answer, and that after its mapping. */
export function payloadsOf(source: PayloadSource): Payload[] {
  if (source.call.protocolType === 'HTTP') return httpPayloads(source)
  return [receivedPayload(source), toBackend(source), fromBackend(source), answeredPayload(source)]
}

/** HTTP APIs map parameters alone: bodies are the same on both sides. */
function httpPayloads({ call, answer }: PayloadSource): Payload[] {
  const isReached = call.trace.some(({ step }) => step === 'integration')
  // Of a call from outside the gateway keeps the request; what it has no text of was empty, binary or too large.
  const received = answer === null ? (call.templateEvent?.body ?? undefined) : answer.sent.body
  const answered = answer?.body
  const text = answered?.kind === 'text' ? answered.text : null
  const [id, title] = ['answered', 'Answer'] as const
  const outside = 'Not kept for calls from outside.'
  return [
    received === undefined
      ? {
          ...EMPTY,
          id: 'received',
          title: 'Request',
          note: call.templateEvent === undefined ? outside : 'Empty, binary, or too large to keep.',
        }
      : { ...ofText('received', 'Request', received ?? ''), ...(isReached && { note: goesOn(received ?? '') }) },
    text === null
      ? { ...EMPTY, id, title, note: answer === null ? outside : 'Binary: see Raw.' }
      : { ...ofText(id, title, text), note: isReached ? comesBack(text) : 'The gateway answered by itself.' },
  ]
}

function goesOn(body: string): string {
  return body === '' ? 'Empty.' : 'Passed on as it came: HTTP APIs map headers, query and path, not bodies.'
}

function comesBack(body: string): string {
  return body === '' ? 'Empty.' : 'As the integration gave it: HTTP APIs map headers and status, not bodies.'
}

/** The API as a call met it: a deployment of a REST API; HTTP APIs serve every change at once. */
export function answeringApi<Answering extends CallableApi>(
  api: Answering,
  stageName: string,
  isTestInvoke: boolean,
): Answering {
  return api.protocolType === 'REST' ? { ...api, ...definitionAt(api, stageName, isTestInvoke) } : api
}

function definitionAt(api: RestApi, stageName: string, isTestInvoke: boolean): Partial<RestApi> {
  const id = Object.hasOwn(api.stages, stageName) ? api.stages[stageName]?.deploymentId : undefined
  const deployment = api.deployments.find((each) => each.id === id)
  return isTestInvoke || deployment === undefined ? {} : deployment.definition
}

const EMPTY = { text: null, bytes: null, note: '', render: null, template: null } as const
const METHOD_BEGINS = 'Starting execution for request: '
const BACKEND_BODY = 'Endpoint request body after transformations: '
const BACKEND_ANSWER = 'Endpoint response body before transformations: '
const TRUNCATED = ' [TRUNCATED]'

function receivedPayload({ call, answer }: PayloadSource): Payload {
  const { templateEvent } = call
  const title = 'Request as received'
  if (answer !== null) return ofText('received', title, answer.sent.body ?? '')
  const text = templateEvent?.body ?? runOf(call, 'request')?.body ?? null
  if (text !== null) return ofText('received', title, text)
  const note = templateEvent === undefined ? 'Not kept: no route matched.' : 'Empty, binary, or too large to keep.'
  return { ...EMPTY, id: 'received', title, note }
}

function toBackend(source: PayloadSource): Payload {
  const { call, answer } = source
  const [id, title] = ['to-backend', 'After request mapping'] as const
  const run = runOf(call, 'request')
  const logged = loggedText(answer, BACKEND_BODY)
  if (run === undefined) {
    if (logged !== null) return { ...ofText(id, title, logged.text), note: cutNote(logged.isCut, 'No template ran.') }
    const isReached = call.trace.some(({ step }) => step === 'integration')
    return { ...EMPTY, id, title, note: isReached ? 'No template ran: it is passed on as it came.' : 'Not reached.' }
  }
  return ofRun(source, run, { id, title, logged: logged?.isCut === false ? logged.text : null })
}

function fromBackend({ call, answer }: PayloadSource): Payload {
  const [id, title] = ['from-backend', 'Answer of the backend'] as const
  const run = runOf(call, 'response')
  if (run?.body) return ofText(id, title, run.body)
  const logged = loggedText(answer, BACKEND_ANSWER)
  if (logged !== null) return { ...ofText(id, title, logged.text), note: cutNote(logged.isCut, '') }
  const wasCalled = call.trace.some(({ step }) => step === 'integration')
  return { ...EMPTY, id, title, note: wasCalled ? 'None is known: a MOCK has no backend.' : 'Not reached.' }
}

function answeredPayload(source: PayloadSource): Payload {
  const { call, answer } = source
  const [id, title] = ['answered', 'After response mapping'] as const
  const run = runOf(call, 'response')
  const text = answer?.body.kind === 'text' ? answer.body.text : null
  if (run !== undefined) return ofRun(source, run, { id, title, logged: text })
  const isOwn = !call.trace.some(({ step }) => step === 'integration')
  if (text !== null)
    return { ...ofText(id, title, text), note: isOwn ? 'The gateway answered by itself.' : 'No template ran.' }
  return { ...EMPTY, id, title, note: answer === null ? 'Not kept for calls from outside.' : 'Binary: see Raw.' }
}

/** A payload that a template wrote: as it is known from elsewhere, else rendered once more. */
function ofRun(
  { call, design, api }: PayloadSource,
  run: TemplateRun,
  { id, title, logged }: { id: PayloadId; title: string; logged: string | null },
): Payload {
  const slot = slotOfRun(api, call, run)
  const event = eventOfRun(call, run)
  const apis = design.apis.map((each) => (each.id === api.id ? api : each))
  const source = slot === null ? undefined : templateOfSlot({ ...design, apis }, slot)
  const render: TemplateRenderRequest | null =
    logged !== null || source === undefined || event === null || run.error !== null
      ? null
      : { template: source, event, profile: 'apigw', record: false, compare: false }
  const note =
    run.error !== null
      ? `The template failed: ${run.error.message}`
      : logged !== null || render !== null
        ? ''
        : 'Not kept, and its template is gone.'
  return {
    id,
    title,
    text: logged,
    bytes: run.bytesOut,
    note,
    render,
    template: slot === null || event === null ? null : { slot, event },
  }
}

function slotOfRun(api: CallableApi, { routeKey }: TracedRequest, run: TemplateRun): TemplateSlot | null {
  const { verb, path } = splitRouteKey(routeKey)
  if (!isVerb(verb)) return null
  const { contentType, statusCode, selectionPattern } = run
  return {
    apiId: api.id,
    path,
    verb,
    contentType,
    ...(statusCode !== undefined && { statusCode }),
    ...(selectionPattern !== undefined && { selectionPattern }),
  }
}

/** What the template saw; null where its payload was not kept. */
function eventOfRun({ templateEvent }: TracedRequest, run: TemplateRun): TemplateEvent | null {
  if (templateEvent === undefined || (run.body === null && run.bytesIn > 0)) return null
  return { ...templateEvent, body: run.body }
}

function runOf({ templateRuns = [] }: TracedRequest, phase: TemplateRun['phase']): TemplateRun | undefined {
  return templateRuns.findLast((run) => run.phase === phase)
}

/** What the log has of the method itself: before that an authorizer's function may have had payloads of its own. */
function loggedText(
  answer: TryAnswer | null,
  prefix: string,
): { readonly text: string; readonly isCut: boolean } | null {
  const lines = answer?.executionLog.map(({ text }) => text) ?? []
  const start = lines.findIndex((line) => line.includes(METHOD_BEGINS))
  const line = start === -1 ? undefined : lines.slice(start).find((each) => each.includes(prefix))
  if (line === undefined) return null
  const text = line.slice(line.indexOf(prefix) + prefix.length)
  return text.endsWith(TRUNCATED) ? { text: text.slice(0, -TRUNCATED.length), isCut: true } : { text, isCut: false }
}

function cutNote(isCut: boolean, otherwise: string): string {
  return isCut ? 'The first part: the execution log has no more than 1,024 bytes a line.' : otherwise
}

function ofText(id: PayloadId, title: string, text: string): Payload {
  return { ...EMPTY, id, title, text, bytes: new TextEncoder().encode(text).length, note: text === '' ? 'Empty.' : '' }
}
