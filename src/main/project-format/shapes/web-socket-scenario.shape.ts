import type {
  ConnectionSource,
  MessageAnswer,
  MessageTraffic,
  ServerPush,
  WebSocketModel,
} from '@shared/design/web-socket-scenario'
import { flag, list, number, optional, record, required, struct, text, word } from '../shape'
import { latencyShape } from './latency.shape'
import { popularityOverShape, popularityShape } from './traffic-source.shape'
import { trafficShapeShape } from './traffic.shape'

const messageTrafficShape = struct<MessageTraffic>('MessageTraffic', {
  ratePerSecond: required(number),
  routes: required(record(number)),
  bytes: optional(number),
  invalidBodies: optional(number),
})

export const connectionSourceShape = struct<ConnectionSource>('ConnectionSource', {
  name: required(text),
  shape: required(trafficShapeShape),
  stay: optional(latencyShape),
  leavesSilently: optional(number),
  pingsEverySeconds: optional(number),
  reconnectAfter: optional(latencyShape),
  messages: optional(messageTrafficShape),
  joins: optional(number),
  apiKeys: optional(popularityOverShape),
  identities: optional(popularityShape),
  missingTokens: optional(number),
  expiredTokens: optional(number),
  deniedIdentities: optional(number),
  wrongApiKeys: optional(number),
})

const messageAnswerShape = struct<MessageAnswer>('MessageAnswer', {
  reply: optional(flag),
  broadcast: optional(word('ROOM', 'ALL')),
  includesSender: optional(flag),
  bytes: optional(number),
})

const serverPushShape = struct<ServerPush>('ServerPush', {
  name: required(text),
  shape: required(trafficShapeShape),
  to: required(word('ALL', 'ROOM', 'ONE')),
  bytes: optional(number),
})

export const webSocketModelShape = struct<WebSocketModel>('WebSocketModel', {
  rooms: optional(popularityShape),
  answers: optional(record(messageAnswerShape)),
  pushes: optional(list(serverPushShape)),
  cleansUpGone: optional(flag),
  lostDisconnects: optional(number),
  postLatency: optional(latencyShape),
  parallelPosts: optional(number),
})
