import type { Diagnostic } from '../../../diagnostic'
import type { Design } from '../../design'
import type { HttpApi } from '../../http-api'
import type { Path } from '../problem'

/** An HTTP API under check, and where it is in the design. */
export interface HttpScope {
  readonly design: Design
  readonly api: HttpApi
  readonly at: Path
}

export type HttpCheck = (scope: HttpScope) => Diagnostic[]
