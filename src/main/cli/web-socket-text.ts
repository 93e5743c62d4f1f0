import type { SimulationResult } from '@shared/contract/simulation'
import { count, milliseconds, percent } from './figure-text'

/** What a run of a WebSocket API says of its connections and messages, for a person. Nothing for the other types. */
export function webSocketText({ webSocket }: Pick<SimulationResult, 'webSocket'>): string[] {
  if (webSocket === undefined) return []
  const { ended, fanOut, delivery } = webSocket
  const lost = [
    `${count(webSocket.gonePosts)} answered 410`,
    `${count(webSocket.wastedPosts)} to clients that had vanished`,
    `${count(webSocket.throttledPosts)} throttled`,
  ]
  return [
    `  open       ${count(Math.round(webSocket.meanOpen))} connections on average, ${count(webSocket.peak)} at most, ${count(Math.round(webSocket.connectionMinutes))} minutes`,
    `  connects   ${count(webSocket.accepted)} accepted, ${count(webSocket.refused)} refused`,
    `  ended      ${count(ended.byClient)} by clients, ${count(ended.idle)} idle, ${count(ended.age)} too old`,
    `  messages   ${count(webSocket.messagesIn)} in, ${count(webSocket.messagesOut)} out, ${count(webSocket.throttledMessages)} throttled`,
    `  posts      ${count(webSocket.deliveredPosts)} delivered, ${lost.join(', ')}`,
    `  delivery   p50 ${milliseconds(delivery.p50)}, p95 ${milliseconds(delivery.p95)}, p99 ${milliseconds(delivery.p99)}; ${count(fanOut.p50)} receivers, p95 ${count(fanOut.p95)}`,
    `  idling     ${percent(webSocket.idleCostShare)} of what messages and minutes cost`,
  ]
}
