import type { RestApiDefinition } from './rest-api'

/** An immutable snapshot of an API. Source: service model, Deployment. */
export interface Deployment {
  /** Six lower-case letters and digits. */
  readonly id: string
  readonly description?: string
  /** ISO 8601, as in "2026-11-20T14:02:11Z". */
  readonly createdDate: string
  /** In a project file absent when it equals the API as it stands there. */
  readonly definition: RestApiDefinition
}
