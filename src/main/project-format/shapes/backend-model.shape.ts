import type { AuthorizerModel, BackendModel, ColdStart, Outage } from '@shared/design/scenario'
import { flag, list, number, optional, required, struct, word } from '../shape'
import { latencyShape } from './latency.shape'

const coldStartShape = struct<ColdStart>('ColdStart', {
  latency: required(latencyShape),
  idleTimeoutInSeconds: optional(number),
})

const outageShape = struct<Outage>('Outage', {
  from: required(number),
  to: required(number),
  type: required(word('ERROR', 'TIMEOUT')),
})

export const backendModelShape = struct<BackendModel>('BackendModel', {
  latency: required(latencyShape),
  errorRate: optional(number),
  timeoutRate: optional(number),
  concurrencyLimit: optional(number),
  whenBusy: optional(word('REFUSE', 'QUEUE')),
  queueLimit: optional(number),
  coldStart: optional(coldStartShape),
  outages: optional(list(outageShape)),
  responseBytes: optional(number),
  isPersonal: optional(flag),
})

export const authorizerModelShape = struct<AuthorizerModel>('AuthorizerModel', {
  latency: required(latencyShape),
  errorRate: optional(number),
})
