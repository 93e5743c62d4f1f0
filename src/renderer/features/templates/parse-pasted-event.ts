import { parseJson } from '../../ui/json-problem'
import { eventOfLog } from './event-of-log'
import { eventOfProxyEvent } from './event-of-proxy-event'
import type { PastedEvent } from './pasted-event'

export interface PasteOptions {
  /** Of a log the answer of the integration is wanted, for a response template, not the request. */
  readonly isResponse: boolean
}

/**
 * A Lambda proxy event with payload version 1.0, lines of an execution log, a JSON body, a form body, or any other text as the body.
 * null for nothing but white space.
 */
export function parsePastedEvent(text: string, options: PasteOptions): PastedEvent | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const parsed = parseJson(trimmed)
  if ('value' in parsed) {
    const proxyEvent = eventOfProxyEvent(parsed.value)
    return proxyEvent ?? { kind: 'json', event: { body: text }, note: null }
  }
  const log = eventOfLog(text, options.isResponse)
  if (log !== null) return log
  if (isForm(trimmed)) return { kind: 'form', event: { body: trimmed }, note: null }
  const { line, column, message } = parsed.problem
  const looksLikeJson = trimmed.startsWith('{') || trimmed.startsWith('[')
  return {
    kind: 'text',
    event: { body: text },
    note: looksLikeJson ? `It is not JSON: line ${line}, column ${column}: ${message}.` : null,
  }
}

/** "a=1&b=two+words", on one line and without spaces. */
function isForm(text: string): boolean {
  return (
    text.includes('=') &&
    !/[\s{}<>"]/.test(text) &&
    text.split('&').every((pair) => /^[^=]+=/.test(pair) || pair === '')
  )
}
