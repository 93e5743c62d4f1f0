import type { JavaException } from '../java/java-exception'

/** What Java threw, in the words of somebody who does not know Java. `what` as in ".substring()". */
export function describeException({ className, message }: JavaException, what: string): string {
  const name = className.slice(className.lastIndexOf('.') + 1)
  const detail = message === '' ? '' : `: ${message}`
  return `${what} failed with ${name}${detail}. The caller gets 500 Internal Server Error.`
}
