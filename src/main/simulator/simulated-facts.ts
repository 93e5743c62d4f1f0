import type { RestApiDefinition } from '@shared/design/rest-api'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { ALLOW, type PolicyEffect } from '../engine/effect'
import { INVALID_BODY, INVALID_PARAMETERS, VALID, type Facts, type Validity } from '../engine/facts'
import type { Flight } from '../engine/flight'
import { INVALID_BODY_FLAG } from './source-draws'

/** What the API's resource policy holds of a caller's address and a route. */
export type PolicyJudge = (sourceIp: string, route: RestRoute) => PolicyEffect

/** Where callers come from when a source does not say: an address of the documentation range. */
export const DEFAULT_SOURCE_IP = '203.0.113.10'

/** The facts of drawn requests: everything is decided before the run, so that a question is one look-up. */
export class SimulatedFacts implements Facts {
  private readonly effects: Uint8Array
  private readonly routes: number
  private readonly invalid: Uint8Array

  constructor(scenario: Scenario, definition: RestApiDefinition, judge: PolicyJudge) {
    const routes = restRoutes(definition)
    this.routes = routes.length
    this.effects = Uint8Array.from(
      scenario.sources.flatMap(({ sourceIp }) => routes.map((route) => judge(sourceIp ?? DEFAULT_SOURCE_IP, route))),
    )
    this.invalid = Uint8Array.from(routes, ({ method }) => {
      const checksBody = definition.requestValidators[method.requestValidatorId ?? '']?.validateRequestBody ?? true
      return checksBody ? INVALID_BODY : INVALID_PARAMETERS
    })
  }

  validity(flight: Flight): Validity {
    return (flight.flags & INVALID_BODY_FLAG) === 0 ? VALID : (this.invalid[flight.route] as Validity)
  }

  resourcePolicyEffect(flight: Flight): PolicyEffect {
    return this.effects[flight.caller * this.routes + flight.route] as PolicyEffect
  }

  /** Drawn authorizers answer for every method alike. */
  authorizerPolicyEffect(): PolicyEffect {
    return ALLOW
  }
}
