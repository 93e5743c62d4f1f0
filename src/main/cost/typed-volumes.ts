import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { CacheClusterSize } from '@shared/design/stage'
import type { BilledSettings } from './billed-settings'
import { DEFAULT_MEMORY_MB, functionMemory } from './function-memory'
import type { LambdaCalls } from './lambda-calls'
import type { MonthlyVolumes } from './monthly-volumes'

/** Volumes of a month that a person gives; each stands in the place of what is known otherwise. */
export interface TypedVolumes {
  /** WebSocket: messages of both directions. */
  readonly requests?: number
  /** Mean bytes of a body. */
  readonly requestBytes?: number
  readonly responseBytes?: number
  readonly connectionMinutes?: number
  /** Of each call of a function; billed by whole milliseconds. */
  readonly lambdaMs?: number
  readonly lambdaMb?: number
  /** Null for no cache. */
  readonly cacheGb?: CacheClusterSize | null
}

/** A stage to which nothing comes. */
export const NO_VOLUMES: MonthlyVolumes = {
  requests: 0,
  refusedRequests: 0,
  requestBytes: 0,
  responseBytes: 0,
  connectionMinutes: 0,
  lambda: null,
  authorizer: null,
}

/**
 * What is known, with what was typed in its place. `known.requests` must be those typed already when other volumes depend on them;
 * without known calls of functions, every request is one.
 */
export function withTypedVolumes(design: Design, api: Api, known: MonthlyVolumes, typed: TypedVolumes): MonthlyVolumes {
  const { requests = known.requests, requestBytes, responseBytes, connectionMinutes } = typed
  const volumes = { ...known, requests }
  return {
    ...volumes,
    requestBytes: requestBytes ?? known.requestBytes,
    responseBytes: responseBytes ?? known.responseBytes,
    connectionMinutes: connectionMinutes ?? known.connectionMinutes,
    lambda: typedLambda(design, api, volumes, typed),
  }
}

/** A stage's settings with the cache that was typed; only REST APIs have one. */
export function withTypedCache(settings: BilledSettings, { cacheGb }: TypedVolumes): BilledSettings {
  return cacheGb === undefined || settings.protocolType !== 'REST' ? settings : { ...settings, cacheGb }
}

function typedLambda(
  design: Design,
  api: Api,
  { lambda, requests }: MonthlyVolumes,
  { lambdaMs, lambdaMb }: TypedVolumes,
): LambdaCalls | null {
  if (lambdaMs === undefined && lambda === null) return null
  const calls = lambda?.calls ?? requests
  return {
    calls,
    milliseconds: lambdaMs === undefined ? lambda!.milliseconds : calls * Math.ceil(lambdaMs),
    memoryMb: lambdaMb ?? lambda?.memoryMb ?? meanMemory(design, api),
  }
}

/** Of the functions behind an API's routes, each route counting once. */
export function meanMemory(design: Design, api: Api): number {
  const sizes = [...functionMemory(design, api).values()].filter((size) => size !== null)
  return sizes.length === 0 ? DEFAULT_MEMORY_MB : sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}
