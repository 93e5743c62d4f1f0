import type { TypeCosts, TypedTraffic } from '@shared/contract/cost'
import type { ProtocolType } from '@shared/design/api'
import type { BilledSettings } from './billed-settings'
import { monthlyEstimate } from './monthly-estimate'
import { HOURS_A_MONTH } from './monthly-volumes'
import { NO_VOLUMES } from './typed-volumes'

/** What the gateway alone costs in a month as each of the types, functions and logs left out: they cost the same behind each. */
export function compareTypes(traffic: TypedTraffic): TypeCosts {
  const { region, requestsPerMonth, responseBytes, openConnections, cacheGb } = traffic
  const volumes = { ...NO_VOLUMES, requests: requestsPerMonth, requestBytes: 0, responseBytes }
  const minutes = openConnections * HOURS_A_MONTH * 60
  return {
    REST: monthlyEstimate(region, { ...settings('REST'), cacheGb }, volumes),
    HTTP: monthlyEstimate(region, settings('HTTP'), volumes),
    WEBSOCKET: monthlyEstimate(region, settings('WEBSOCKET'), { ...volumes, connectionMinutes: minutes }),
  }
}

function settings(protocolType: ProtocolType): BilledSettings {
  return {
    protocolType,
    isPrivate: false,
    cacheGb: null,
    webAcl: null,
    accessLogFormat: null,
    hasExecutionLogs: false,
  }
}
