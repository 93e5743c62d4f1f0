import type { JavaException } from '../java/java-exception'

/** Of a body that json-smart cannot read. Source: rest-api.md 10, vtl.md 1. */
const UNREADABLE_BODY = 'ParseException'

/** What Java threw, in the words of somebody who does not know Java. `what` as in ".substring()". */
export function describeException({ className, message }: JavaException, what: string): string {
  const name = className.slice(className.lastIndexOf('.') + 1)
  const detail = message === '' ? '' : `: ${message}`
  const answer =
    name === UNREADABLE_BODY
      ? 'In a request template the caller gets 400 "Could not process payload", in a response template 500.'
      : 'The caller gets 500 Internal Server Error.'
  return `${what} failed with ${name}${detail}. ${answer}`
}
