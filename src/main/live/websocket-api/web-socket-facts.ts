import { SILENT, type PolicyEffect } from '../../engine/effect'
import { INVALID_BODY, VALID, type Facts, type Validity } from '../../engine/facts'
import { ABSENT, type Flight } from '../../engine/flight'
import type { WebSocketCalls } from './web-socket-call'

/** Answers the core's questions about handshakes and messages. Authorizers' policies are judged when they arrive, never later. */
export class WebSocketFacts implements Facts {
  private readonly calls: WebSocketCalls

  constructor(calls: WebSocketCalls) {
    this.calls = calls
  }

  callerAddress(): number {
    return ABSENT
  }

  validity(flight: Flight): Validity {
    const call = this.calls.of(flight)
    const verdict = call.route.check?.(call.message)
    if (verdict === undefined || verdict.valid) return VALID
    call.validationErrorString = verdict.details
    return INVALID_BODY
  }

  resourcePolicyEffect(): PolicyEffect {
    return SILENT
  }

  authorizerPolicyEffect(): PolicyEffect {
    return SILENT
  }
}
