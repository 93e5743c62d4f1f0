import type { TracedRequest } from '@shared/contract/gateway'
import { isAnsweredPreflight } from './call-end'

/** Why a call ended before the first step. */
export interface UndecidedWords {
  readonly title: string
  readonly text: string
}

export function undecidedWords(call: TracedRequest): UndecidedWords {
  const { protocolType, routeKey, status, stage } = call
  if (isAnsweredPreflight(call))
    return {
      title: 'The API answered the preflight',
      text: 'Its CORS configuration answers before a route is looked for: no authorizer, no throttle, no function.',
    }
  if (routeKey !== '')
    return {
      title: `Answered ${status} before the first step`,
      text:
        status === 414
          ? 'The address is too long for the ARN that its authorization is asked about.'
          : `${routeKey} has no integration, or names one or an authorizer that does not exist.`,
    }
  if (protocolType === 'HTTP')
    return {
      title: 'No route matched',
      text: `Stage ${stage} has no route for the path and the verb, and no $default route. The service answers 404 Not Found.`,
    }
  return {
    title: 'No route matched',
    text: `The path or the verb does not exist in the deployment of ${stage}. The service answers 403 Missing Authentication Token.`,
  }
}
