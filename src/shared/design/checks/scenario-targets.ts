/** What a scenario may refer to. */
export interface ScenarioTargets {
  /** Of the API it calls; null when that does not exist, and nothing is said about routes then. */
  readonly routeKeys: ReadonlySet<string> | null
  readonly apiKeyNames: ReadonlySet<string>
}
