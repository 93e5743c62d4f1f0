import type { RestApiDefinition } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { ALLOW, type PolicyEffect } from '../engine/effect'
import { INVALID_BODY, INVALID_PARAMETERS, VALID, type Facts, type Validity } from '../engine/facts'
import type { Flight } from '../engine/flight'
import type { PolicyJudge } from './policy-judge'
import { sourceAddresses, sourceIpOf } from './source-addresses'
import { INVALID_BODY_FLAG } from './request-draws'

/** What a stage, or its canary after it, answers with, and what its resource policy says. */
export interface JudgedDefinition {
  readonly definition: RestApiDefinition
  readonly judge: PolicyJudge
}

/** The facts of drawn requests: everything is decided before the run, so that a question is one look-up. */
export class SimulatedFacts implements Facts {
  private readonly effects: Uint8Array
  private readonly routes: number
  private readonly invalid: Uint8Array
  private readonly addressOf: Int32Array

  /** `parts` of a REST API; of the others, which have no resource policies and check nothing but messages, none. */
  constructor(scenario: Scenario, parts: readonly JudgedDefinition[]) {
    const routes = parts.flatMap(({ definition, judge }) =>
      restRoutes(definition).map((route) => ({ route, definition, judge })),
    )
    this.routes = routes.length
    this.effects = Uint8Array.from(
      scenario.sources.flatMap((source) => {
        const { vpcEndpointId } = source
        const caller = { sourceIp: sourceIpOf(source), ...(vpcEndpointId !== undefined && { vpcEndpointId }) }
        return routes.map(({ route, judge }) => judge(caller, route))
      }),
    )
    this.invalid = Uint8Array.from(routes, ({ route: { method }, definition }) => {
      const checksBody = definition.requestValidators[method.requestValidatorId ?? '']?.validateRequestBody ?? true
      return checksBody ? INVALID_BODY : INVALID_PARAMETERS
    })
    this.addressOf = sourceAddresses(scenario).of
  }

  callerAddress(flight: Flight): number {
    return this.addressOf[flight.caller]!
  }

  validity(flight: Flight): Validity {
    return (flight.flags & INVALID_BODY_FLAG) === 0 ? VALID : ((this.invalid[flight.route] ?? INVALID_BODY) as Validity)
  }

  resourcePolicyEffect(flight: Flight): PolicyEffect {
    return this.effects[flight.caller * this.routes + flight.route] as PolicyEffect
  }

  /** Drawn authorizers answer for every method alike. */
  authorizerPolicyEffect(): PolicyEffect {
    return ALLOW
  }
}
