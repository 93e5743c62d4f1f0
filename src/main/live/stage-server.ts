import type { Design } from '@shared/design/design'
import type { Trace } from '@shared/trace'
import { compile } from '../engine/compile/compile'
import {
  ABSENT,
  NO_CACHE_CONTROL,
  RENEW_IGNORED_WITH_HEADER,
  RENEW_NOT_PERMITTED,
  UNIDENTIFIED,
  type Flight,
} from '../engine/flight'
import type { Millis } from '../engine/millis'
import { CACHED } from '../engine/outcome'
import { begin } from '../engine/pipeline/advance'
import type { Runtime, StageRef } from '../engine/runtime'
import { TraceRecorder } from '../engine/trace/trace-recorder'
import type { Answer } from './answers/answer'
import { denialMessage } from './answers/denial-message'
import { gatewayAnswer, responseTypeOf } from './answers/gateway-answer'
import { callAuthorizer } from './authorizer-call'
import { integrationAnswer } from './backends/backend-answer'
import { callBackend } from './backends/call-backend'
import { cacheKey } from './cache-key'
import { CallTable, newCall, type Call } from './call'
import type { Clock } from './clock'
import { callContext } from './events/gateway-context'
import { identityRequest } from './events/identity-request'
import type { HandlerPool } from './functions/handler-pool'
import type { LiveRoute } from './live-route'
import { routedStages, type RoutedStage } from './live-routes'
import { MessageFacts } from './message-facts'
import { headerValue, headerValues } from './request/header-list'
import { methodArn } from './request/execute-api'
import type { Message } from './request/message'
import { serveFlight, type AuthorizerAnswer, type FlightHost, type IntegrationAnswer } from './serve-flight'
import { ApiKeyIndex } from './stores/api-key-index'
import { IDENTITY_SLOTS, Identities } from './stores/identities'
import { CACHE_SLOTS, ResponseStore } from './stores/response-store'
