import { INTERNAL_ERROR_MESSAGE } from './error-frame'
import type { WebSocketAnswer } from './web-socket-answer'

/** What the client of a message gets: a reply, an error in the gateway's words, or nothing. */
export type Reply =
  | { readonly kind: 'frame'; readonly text: string }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'nothing' }

const NOTHING: Reply = { kind: 'nothing' }

/**
 * What becomes of an integration's answer. Errors are told on routes without replies as well; a reply needs both halves of a route
 * response. Source: websocket-api.md 5.2 and 5.5; that a function's status other than 2xx is an error on a two-way route is observed once,
 * and contradicted once.
 */
export function replyTo(answer: WebSocketAnswer, isTwoWay: boolean, isLambdaProxy: boolean): Reply {
  if (answer.kind === 'failure') return { kind: 'error', message: answer.message }
  if (!isTwoWay) return NOTHING
  if (isLambdaProxy && (answer.status < 200 || answer.status > 299)) {
    return { kind: 'error', message: INTERNAL_ERROR_MESSAGE }
  }
  return answer.body === '' ? NOTHING : { kind: 'frame', text: answer.body }
}

/** Both the expression and the response are needed. Source: websocket-api.md 5.5. */
export function isTwoWay(route: {
  readonly routeResponseSelectionExpression?: string
  readonly routeResponses?: Readonly<Record<string, unknown>>
}): boolean {
  const key = route.routeResponseSelectionExpression?.replace(/^\\/, '')
  return key === '$default' && Object.hasOwn(route.routeResponses ?? {}, '$default')
}
