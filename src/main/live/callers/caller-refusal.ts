import type { GatewayResponseType } from '@shared/design/gateway-response'

/** How a caller is answered whom nobody knows, or not as the one that they say they are. */
export interface CallerRefusal {
  readonly kind: 'refused'
  readonly type: GatewayResponseType
  readonly message: string
  /** `x-amzn-ErrorType`. */
  readonly errorType: string
  /** For people: what exactly is wrong. Never holds a token or a signature. */
  readonly reason: string
  /** The answer alone does not tell, so the log does. */
  readonly isLogged: boolean
}
