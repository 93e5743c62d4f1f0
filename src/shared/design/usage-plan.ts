import type { ThrottleSettings } from './design'

export type QuotaPeriod = 'DAY' | 'WEEK' | 'MONTH'

/** Limits per API key. Source: service model, UsagePlan. */
export interface UsagePlan {
  /** Six lower-case letters and digits. */
  readonly id: string
  readonly name: string
  readonly description?: string
  /** For every key of the plan, over all of its stages; no limit when absent. */
  readonly throttle?: ThrottleSettings
  readonly quota?: QuotaSettings
  readonly apiStages: readonly ApiStage[]
  /** Ids of the API keys in the plan (`UsagePlanKey` in the service). */
  readonly keyIds: readonly string[]
}

/** Source: service model, QuotaSettings. `offset`: requests subtracted from the limit in the first period. */
export interface QuotaSettings {
  readonly limit: number
  readonly period: QuotaPeriod
  readonly offset?: number
}

/** A stage that a plan covers. Source: service model, ApiStage. */
export interface ApiStage {
  readonly apiId: string
  readonly stage: string
  /** "/orders/POST" -> a limit that replaces the plan's for this method. At most 20. */
  readonly throttle?: { readonly [methodKey: string]: ThrottleSettings }
}
