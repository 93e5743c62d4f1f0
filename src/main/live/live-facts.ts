import type { PolicyEffect } from '../engine/effect'
import type { Facts, Validity } from '../engine/facts'
import type { Flight } from '../engine/flight'
import type { CompiledRoute, Runtime } from '../engine/runtime'

type ProtocolType = CompiledRoute['protocolType']

/** Passes the core's questions on to whoever serves the type of API that a flight belongs to. */
export class LiveFacts implements Facts {
  private readonly byType = new Map<ProtocolType, Facts>()
  /** By route of the runtime. */
  private byRoute: readonly Facts[] = []

  /** Every type that the runtime has routes of is said before the first flight begins. */
  answerFor(runtime: Runtime, type: ProtocolType, facts: Facts): void {
    this.byType.set(type, facts)
    this.byRoute = runtime.names.routes.map(({ protocolType }) => this.byType.get(protocolType)!)
  }

  callerAddress(flight: Flight): number {
    return this.byRoute[flight.route]!.callerAddress(flight)
  }

  validity(flight: Flight): Validity {
    return this.byRoute[flight.route]!.validity(flight)
  }

  resourcePolicyEffect(flight: Flight): PolicyEffect {
    return this.byRoute[flight.route]!.resourcePolicyEffect(flight)
  }

  authorizerPolicyEffect(flight: Flight): PolicyEffect {
    return this.byRoute[flight.route]!.authorizerPolicyEffect(flight)
  }
}
