/** What a scenario may refer to. */
export interface ScenarioTargets {
  /** Of the API it calls; null when that does not exist, and nothing is said about routes then. */
  readonly routeKeys: ReadonlySet<string> | null
  readonly apiKeyNames: ReadonlySet<string>
  readonly usagePlanIds: ReadonlySet<string>
  /** By `limitName`. */
  readonly limits: ReadonlySet<string>
  readonly sourceNames: ReadonlySet<string>
  readonly durationInSeconds: number
}
