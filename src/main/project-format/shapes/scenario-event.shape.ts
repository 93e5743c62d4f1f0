import type { ScenarioEvent } from '@shared/design/scenario'
import { number, optional, required, struct, text, union, word } from '../shape'

type EventOf<Type> = Extract<ScenarioEvent, { type: Type }>

export const scenarioEventShape = union<ScenarioEvent, 'type'>('type', {
  SET_LIMIT: struct<EventOf<'SET_LIMIT'>>('SetLimitEvent', {
    type: required(word('SET_LIMIT')),
    at: required(number),
    level: required(word('planMethod', 'plan', 'method', 'stage', 'account')),
    route: optional(text),
    usagePlanId: optional(text),
    rateLimit: required(number),
    burstLimit: required(number),
  }),
  FLUSH_CACHE: struct<EventOf<'FLUSH_CACHE'>>('FlushCacheEvent', {
    type: required(word('FLUSH_CACHE')),
    at: required(number),
  }),
  FLUSH_AUTHORIZER_CACHE: struct<EventOf<'FLUSH_AUTHORIZER_CACHE'>>('FlushAuthorizerCacheEvent', {
    type: required(word('FLUSH_AUTHORIZER_CACHE')),
    at: required(number),
  }),
  DEPLOY: struct<EventOf<'DEPLOY'>>('DeployEvent', { type: required(word('DEPLOY')), at: required(number) }),
  REVOKE: struct<EventOf<'REVOKE'>>('RevokeEvent', {
    type: required(word('REVOKE')),
    at: required(number),
    source: required(text),
    share: required(number),
  }),
  CHANGE_DATA: struct<EventOf<'CHANGE_DATA'>>('ChangeDataEvent', {
    type: required(word('CHANGE_DATA')),
    at: required(number),
    route: required(text),
  }),
  CHANGE_BACKEND: struct<EventOf<'CHANGE_BACKEND'>>('ChangeBackendEvent', {
    type: required(word('CHANGE_BACKEND')),
    at: required(number),
    route: required(text),
    latencyFactor: optional(number),
    errorRate: optional(number),
  }),
})
