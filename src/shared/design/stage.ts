import type { MethodSetting } from './method-settings'

/** A named reference to a deployment with settings of its own. Source: service model, Stage. */
export interface Stage {
  readonly description?: string
  /** Absent until the first deployment to this stage. */
  readonly deploymentId?: string
  readonly variables?: Readonly<Record<string, string>>
  /** By `ALL_METHODS` or "{resourcePath}/{VERB}", as in "/orders/POST". */
  readonly methodSettings: { readonly [key: string]: MethodSetting }
  readonly cacheClusterEnabled?: boolean
  readonly cacheClusterSize?: CacheClusterSize
  readonly canarySettings?: CanarySettings
  readonly accessLogSettings?: { readonly destinationArn?: string; readonly format: string }
  readonly tracingEnabled?: boolean
  readonly clientCertificateId?: string
  readonly webAclArn?: string
  readonly tags?: Readonly<Record<string, string>>
}

/** Gigabytes. Source: service model, CacheClusterSize. */
export const CACHE_CLUSTER_SIZES = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const
export type CacheClusterSize = (typeof CACHE_CLUSTER_SIZES)[number]

/** Source: service model, CanarySettings. */
export interface CanarySettings {
  /** 0 to 100. */
  readonly percentTraffic: number
  readonly deploymentId?: string
  readonly stageVariableOverrides?: Readonly<Record<string, string>>
  readonly useStageCache?: boolean
}
