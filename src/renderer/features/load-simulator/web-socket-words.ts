import type { ConnectionSource, MessageAnswer, ServerPush } from '@shared/design/web-socket-scenario'
import { formatNumber } from '../../ui/format'
import { latencyWords } from './latency-words'
import { rateWords, shapeWords } from './source-words'

/** "Poisson, stays exponential 2 min, 10 % vanish". */
export function connectionWords({ shape, stay, leavesSilently = 0 }: ConnectionSource): string {
  const staying = stay === undefined ? 'stays until it is cut off' : `stays ${latencyWords(stay)}`
  const vanishing = leavesSilently > 0 ? `, ${formatNumber(leavesSilently * 100)} % vanish` : ''
  return `${shapeWords(shape)}, ${staying}${vanishing}`
}

/** "0.1 messages/s each to sendmessage and 2 more", "sends nothing". */
export function messageWords({ messages }: ConnectionSource): string {
  if (messages === undefined || messages.ratePerSecond === 0) return 'sends nothing'
  const [first = 'no route', ...others] = Object.keys(messages.routes)
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `${formatNumber(messages.ratePerSecond)} messages/s each to ${first}${more}`
}

/** "reply, to the room", "nothing". */
export function answerWords({ reply, broadcast, includesSender }: MessageAnswer): string {
  const parts = [
    ...(reply ? ['reply'] : []),
    ...(broadcast ? [broadcast === 'ROOM' ? 'to the room' : 'to everybody'] : []),
    ...(broadcast && includesSender ? ['sender too'] : []),
  ]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

const TARGETS = { ALL: 'to everybody', ROOM: 'to a room', ONE: 'to one connection' } as const

/** "~2/s to everybody". */
export function pushWords({ shape, to }: ServerPush): string {
  return `${rateWords(shape)} ${TARGETS[to]}`
}
