import { isUtf8 } from 'node:buffer'
import { TRACED_BODY_LIMIT } from '@shared/contract/gateway'
import type { TemplateEvent } from '@shared/template-event'
import { groupByName } from '../../engine/mapping/header-list'
import type { HttpCall } from './http-call'

/**
 * A request to an HTTP API for a watcher who wants to send it again: headers, query and body, of several values of a name the last. A
 * binary or large body is left out. There are no templates that would see it; the form is that of REST APIs.
 */
export function receivedEvent({ facts, sent: { body } }: HttpCall): TemplateEvent {
  const { pathParameters, query, headers, method, routeKey, stage, requestId, receivedAt, stageVariables } = facts
  const isLeftOut = body.length === 0 || body.length > TRACED_BODY_LIMIT || !isUtf8(body)
  return {
    body: isLeftOut ? null : Buffer.from(body).toString('utf8'),
    params: {
      path: { ...pathParameters },
      querystring: Object.fromEntries(query.map(({ name, value }) => [name, value])),
      header: Object.fromEntries([...groupByName(headers)].map(([name, values]) => [name, values.at(-1)!])),
    },
    context: { httpMethod: method, requestId, requestTimeEpoch: receivedAt, routeKey, stage },
    stageVariables,
  }
}
