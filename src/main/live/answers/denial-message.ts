import type { Flight } from '../../engine/flight'
import { ACCESS_DENIED_EXPLICIT } from '../../engine/outcome'
import { RESOURCE_POLICY } from '../../engine/pipeline/step-codes'
import type { Runtime } from '../../engine/runtime'
import { maskedArn } from '../request/execute-api'

const EXPLICITLY = ' with an explicit deny'

/**
 * What a 403 ACCESS_DENIED says: a resource policy names who asked for what, everything else only that it is not allowed.
 * Source: rest-api.md 7.2, 7.6 and U6.
 */
export function denialMessage(runtime: Runtime, flight: Flight, methodArn: string): string {
  const byPolicy = runtime.plan[flight.next - 1] === RESOURCE_POLICY
  const message = byPolicy
    ? `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${maskedArn(methodArn)}`
    : 'User is not authorized to access this resource'
  return flight.outcome === ACCESS_DENIED_EXPLICIT ? message + EXPLICITLY : message
}
