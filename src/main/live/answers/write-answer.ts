import type { ServerResponse } from 'node:http'
import { groupByName } from '../../engine/mapping/header-list'
import type { Answer } from './answer'
import { safeHeaders } from './safe-headers'

/** Statuses whose answers have no body. */
const WITHOUT_BODY = new Set([204, 304])

/** Written by Node, or decided by this server alone. */
const OF_THE_TRANSPORT = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date'])

/** Sends an answer; nothing happens when the client is gone. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return
  const hasBody = !WITHOUT_BODY.has(answer.status)
  for (const [name, values] of groupByName(safeHeaders(answer.headers))) {
    if (!OF_THE_TRANSPORT.has(name.toLowerCase())) response.setHeader(name, values)
  }
  if (hasBody) response.setHeader('Content-Length', answer.body.length)
  response.writeHead(answer.status)
  response.end(hasBody ? answer.body : undefined)
}
