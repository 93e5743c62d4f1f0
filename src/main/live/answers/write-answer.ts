import type { ServerResponse } from 'node:http'
import type { Answer } from './answer'
import { sentHeaders } from './sent-headers'

/** Statuses whose answers have no body. */
const WITHOUT_BODY = new Set([204, 304])

/** Bytes up to which a body goes out in one piece with its headers. */
const ONE_PIECE = 16 * 1024

/** Sends an answer; nothing happens when the client is gone. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return
  const { status, body } = answer
  const hasBody = !WITHOUT_BODY.has(status)
  const headers = sentHeaders(answer.headers)
  if (hasBody) headers.push('Content-Length', String(body.length))
  response.writeHead(status, headers as string[])
  if (!hasBody) response.end()
  else if (body.length > ONE_PIECE) response.end(body)
  // Node joins a text with the headers into one write; in Latin-1 each character is one byte of the body.
  else response.end(body.toString('latin1'), 'latin1')
}
