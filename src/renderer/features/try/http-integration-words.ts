import type { TraceEntry } from '@shared/trace'
import { problemInWords } from '../../ui/pipeline/describe-step'

/** Why a call was not served, in words. */
export interface Words {
  /** What the gateway found. */
  readonly found: string
  /** What to do. */
  readonly advice: string
}

const HTTP_FAILURES: Readonly<Record<string, Words>> = {
  INTEGRATION_TIMEOUT: {
    found: 'The integration did not answer within its time limit, of at most 30 s.',
    advice: 'Make the backend faster, or raise a time limit that is shorter.',
  },
  INTEGRATION_FAILURE: {
    found: 'The integration could not be reached.',
    advice: 'See that the backend runs, and that its address is right.',
  },
}

const FUNCTION_FAILED: Words = {
  found: 'The integration failed.',
  advice: 'Correct it and send again: functions and the design are read anew.',
}

const HTTP_ERROR: Words = {
  found: 'The backend answered with an error.',
  advice: 'The gateway has only passed it on: Response shows it.',
}

/** Why the integration of an HTTP API did not serve a call: HTTP APIs keep no execution log to look into. */
export function httpIntegrationWords({ outcome, problem }: TraceEntry['details']): Words {
  const words = HTTP_FAILURES[String(outcome)] ?? (typeof problem === 'string' ? FUNCTION_FAILED : HTTP_ERROR)
  return typeof problem === 'string'
    ? { ...words, found: `The integration failed: ${problemInWords(problem)}.` }
    : words
}
