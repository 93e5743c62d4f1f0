import type { Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import type { Method } from '../method'
import type { RestApi } from '../rest-api'
import type { Stage } from '../stage'
import type { Path } from './problem'

/** A REST API under check, and where it is in the design. */
export interface ApiScope {
  readonly design: Design
  readonly api: RestApi
  readonly at: Path
}

/** A method under check, and where it is in the design. */
export interface MethodScope {
  readonly api: RestApi
  readonly at: Path
  readonly routeKey: string
  readonly path: string
  readonly method: Method
}

/** A stage under check. */
export interface StageScope {
  readonly api: RestApi
  readonly stage: Stage
  readonly name: string
  readonly at: Path
}

export type ApiCheck = (scope: ApiScope) => Diagnostic[]
export type MethodCheck = (scope: MethodScope) => Diagnostic[]
