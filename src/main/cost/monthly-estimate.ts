import type { CostEstimate, CostLine } from '@shared/contract/cost'
import { accessLogs, LOGGED_VALUE_BYTES } from './access-logs'
import type { BilledSettings } from './billed-settings'
import { cacheHours } from './cache-hours'
import { CHARGES_REFUSED } from './charges-refused'
import { connectionMinutes } from './connection-minutes'
import { dataTransfer } from './data-transfer'
import { httpRequests } from './http-requests'
import { AUTHORIZER_FUNCTIONS, BACKEND_FUNCTIONS, lambdaCalls } from './lambda-calls'
import { HOURS_A_MONTH, type MonthlyVolumes } from './monthly-volumes'
import { totalOf } from './price-line'
import { PRICES_AS_OF, pricesOf, type RegionPrices } from './prices'
import { restRequests } from './rest-requests'
import { webAclCost } from './web-acl-cost'
import { webSocketMessages } from './websocket-messages'

/**
 * What a month of these volumes costs. `given`: what else was taken for granted. Source: observability-and-cost.md 5.9; its alarms,
 * metrics and traces are left out.
 */
export function monthlyEstimate(
  region: string,
  settings: BilledSettings,
  volumes: MonthlyVolumes,
  given: readonly string[] = [],
): CostEstimate {
  const { prices, assumptions } = pricesOf(region)
  const lines = [...trafficLines(settings, volumes, prices), ...standingLines(settings, volumes, prices)]
  return {
    total: totalOf(lines),
    lines,
    pricesAsOf: PRICES_AS_OF,
    region,
    assumptions: [...given, ...assumptions, ...assumptionsOf(settings, volumes)],
  }
}

/** What grows with the traffic. */
function trafficLines(settings: BilledSettings, volumes: MonthlyVolumes, prices: RegionPrices): CostLine[] {
  const { protocolType, isPrivate } = settings
  const { requests, responseBytes, lambda, authorizer } = volumes
  const bytesOut = requests * responseBytes
  return [
    requestLine(settings, volumes, prices),
    ...(protocolType === 'WEBSOCKET' ? [connectionMinutes(volumes.connectionMinutes, prices)] : []),
    ...(isPrivate || bytesOut === 0 ? [] : [dataTransfer(bytesOut, prices)]),
    ...(lambda === null ? [] : lambdaCalls(lambda, BACKEND_FUNCTIONS, prices)),
    ...(authorizer === null ? [] : lambdaCalls(authorizer, AUTHORIZER_FUNCTIONS, prices)),
  ]
}

function requestLine({ protocolType }: BilledSettings, volumes: MonthlyVolumes, prices: RegionPrices): CostLine {
  const charged = chargedRequests(protocolType, volumes)
  const largerBody = Math.max(volumes.requestBytes, volumes.responseBytes)
  if (protocolType === 'REST') return restRequests(charged, prices)
  return protocolType === 'HTTP'
    ? httpRequests(charged, largerBody, prices)
    : webSocketMessages(charged, largerBody, prices)
}

/** Without the refused ones where they are free. */
function chargedRequests(
  protocolType: BilledSettings['protocolType'],
  { requests, refusedRequests }: MonthlyVolumes,
): number {
  return CHARGES_REFUSED[protocolType] ? requests : Math.max(0, requests - refusedRequests)
}

/** What the stage's settings bring with them. */
function standingLines(settings: BilledSettings, { requests }: MonthlyVolumes, prices: RegionPrices): CostLine[] {
  const { cacheGb, webAcl, accessLogFormat } = settings
  return [
    ...(cacheGb === null ? [] : [cacheHours(cacheGb, HOURS_A_MONTH, prices)]),
    ...(webAcl === null ? [] : webAclCost(webAcl, requests, prices)),
    ...(accessLogFormat === null ? [] : [accessLogs(requests, accessLogFormat, prices)]),
  ]
}

function assumptionsOf(settings: BilledSettings, volumes: MonthlyVolumes): string[] {
  const { protocolType, isPrivate, accessLogFormat, hasExecutionLogs } = settings
  const sends = volumes.responseBytes > 0
  const notCounted = ['metrics', 'alarms', 'traces', 'log storage', ...(hasExecutionLogs ? ['execution logs'] : [])]
  return [
    `A month has ${HOURS_A_MONTH} hours. No free tier of new accounts is taken off.`,
    ...(volumes.refusedRequests === 0
      ? []
      : [
          CHARGES_REFUSED[protocolType]
            ? 'Requests refused with 401, 403 or 429 are charged as the others: AWS does not say that they are free here.'
            : 'Requests refused with 401, 403 or 429 are not charged.',
        ]),
    ...(sends && !isPrivate ? ['The 100 GB a month that every account may send for free are not used elsewhere.'] : []),
    ...(sends && isPrivate ? ['A private API pays PrivateLink for its data, which is not counted.'] : []),
    ...(accessLogFormat === null
      ? []
      : [`Each variable of the access log prints ${LOGGED_VALUE_BYTES} bytes on average.`]),
    `Not counted: ${notCounted.join(', ')}, and services other than Lambda behind the API.`,
  ]
}
