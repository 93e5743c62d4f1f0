import type { GatewayResponseType } from '@shared/design/gateway-response'

/** Mapping a request or a response failed: the gateway answers in its place. */
export interface MappingFailure {
  readonly kind: 'failure'
  readonly type: GatewayResponseType
  /** `$context.error.message` instead of the type's own. */
  readonly message?: string
  /** What is wrong and where, for the log and the trace. */
  readonly problem: string
}

/** 500 `Internal server error`: the integration cannot be run as it is configured. */
export function configurationFailure(problem: string): MappingFailure {
  return { kind: 'failure', type: 'API_CONFIGURATION_ERROR', problem }
}
