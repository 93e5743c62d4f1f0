import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { authorizerMemory } from './authorizer-memory'
import { backendFunctions, type BackendFunctions } from './backend-functions'
import { HOURS_A_MONTH, type MonthlyVolumes } from './monthly-volumes'
import type { RunUsage } from './run-usage'

const MONTH_IN_SECONDS = HOURS_A_MONTH * 3600

/** A run's usage for a whole month, and what had to be taken for granted. */
export interface RunVolumes {
  readonly volumes: MonthlyVolumes
  readonly assumptions: readonly string[]
}

/**
 * `requests`: how many a month is to have; when absent, the run goes on for 730 hours. Whole numbers of requests and calls.
 */
export function runVolumes(
  design: Design,
  api: Api,
  scenario: Scenario,
  usage: RunUsage,
  requests?: number,
): RunVolumes {
  const times = factorOf(usage, requests)
  const functions = backendFunctions(design, api, scenario, usage.webSocket?.callsByRoute)
  const calls = Math.round(usage.integrationCalls * functions.share * times)
  const authorizerMb = authorizerMemory(design, api)
  const messagesBack = api.protocolType === 'WEBSOCKET' && usage.responseBytes > 0 ? usage.integrationCalls : 0
  const counted = usage.webSocket?.messages ?? usage.requests + messagesBack
  const bytesOut = usage.webSocket?.bytesOut ?? usage.responseBytes
  const volumes = {
    requests: Math.round(counted * times),
    refusedRequests: Math.round(usage.refusedRequests * times),
    requestBytes: 0,
    responseBytes: counted === 0 ? 0 : bytesOut / counted,
    connectionMinutes: (usage.webSocket?.connectionMinutes ?? 0) * times,
    lambda:
      calls === 0
        ? null
        : { calls, milliseconds: usage.integrationMs * functions.share * times, memoryMb: functions.memoryMb },
    authorizer:
      authorizerMb === null || usage.authorizerCalls === 0
        ? null
        : {
            calls: Math.round(usage.authorizerCalls * times),
            milliseconds: usage.authorizerMs * times,
            memoryMb: authorizerMb,
          },
  }
  return { volumes, assumptions: assumptionsOf(api, usage, functions, requests) }
}

function factorOf({ durationInSeconds, requests: inRun }: RunUsage, requests: number | undefined): number {
  if (requests !== undefined) return inRun === 0 ? 0 : requests / inRun
  return durationInSeconds > 0 ? MONTH_IN_SECONDS / durationInSeconds : 0
}

function assumptionsOf(
  { protocolType }: Api,
  { durationInSeconds, webSocket }: RunUsage,
  { share, isExact }: BackendFunctions,
  requests: number | undefined,
): string[] {
  const seconds = durationInSeconds.toLocaleString('en-US')
  const all = requests === undefined ? `all ${HOURS_A_MONTH} hours of a month` : 'all requests of a month'
  return [
    `The ${seconds} seconds of the run stand for ${all}.`,
    ...(protocolType === 'HTTP' ? ['No request body is above 512 KB.'] : []),
    ...(protocolType === 'WEBSOCKET' && webSocket === undefined
      ? ['Every call of a backend answers its client; connection minutes are not counted.']
      : []),
    ...(share > 0 && !isExact
      ? ['Calls of backends are shared out among functions as the traffic is among routes.']
      : []),
  ]
}
