import type { Authorizer } from '@shared/design/authorizer'
import type { IdentityReader } from '../engine/authorizers/identity-source'
import type { RestCompiledRoute } from '../engine/runtime'
import type { RequestValidation } from '../engine/validation/request-validator'
import type { KeptMock } from './backends/kept-mock'
import type { CallerCheck } from './callers/caller-check'
import type { LiveStage } from './live-stage'

/** One method as the live host knows it: everything about it that is dear to find out, found out once. */
export interface LiveRoute {
  /** In the runtime. */
  readonly index: number
  readonly stage: LiveStage
  readonly compiled: RestCompiledRoute
  /** Six lower-case letters and digits, which the design does not have: derived from the path. */
  readonly resourceId: string
  readonly validation: RequestValidation | null
  /** A function; null where none is asked. */
  readonly authorizer: LiveAuthorizer | null
  /** Of a MOCK that is constant. */
  readonly keptMock: KeptMock | null
  /** Where the gateway itself finds out who calls. */
  readonly callerCheck: CallerCheck | null
  /** What keeps this route from being answered at all, as a line for the log; null when nothing does. */
  readonly unsupported: string | null
}

export interface LiveAuthorizer {
  readonly id: string
  /** In the runtime. */
  readonly index: number
  readonly settings: Authorizer
  readonly reader: IdentityReader
  /** Whether results are kept, and under which values. */
  readonly keepsResults: boolean
}

/** "POST /orders of "Orders", stage prod": how lines for the log name a route. */
export function nameOfRoute({ compiled, stage }: LiveRoute): string {
  return `${compiled.routeKey} of "${stage.view.api.name}", stage ${stage.view.stage}`
}
