import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import type { TypedVolumes } from '../cost/typed-volumes'
import { UsageError, wholeNumber, type Command, type CommandContext } from './command'

const MOST = Number.MAX_SAFE_INTEGER

export const COST_OPTIONS: Command['options'] = {
  scenario: { type: 'string' },
  api: { type: 'string' },
  stage: { type: 'string' },
  requests: { type: 'string' },
  'request-bytes': { type: 'string' },
  'response-bytes': { type: 'string' },
  'body-bytes': { type: 'string' },
  'connection-minutes': { type: 'string' },
  'lambda-ms': { type: 'string' },
  'lambda-mb': { type: 'string' },
  'cache-gb': { type: 'string' },
}

export const COST_OPTION_HELP: Command['optionHelp'] = {
  scenario: 'Name of a scenario to run; a month of its traffic is priced. The first when no volume is given either.',
  api: 'Name or id of the API, in a design with several.',
  stage: 'Stage whose cache, web ACL and access log are priced; the first when absent.',
  requests: 'Requests a month; of a WebSocket API messages, in and out.',
  'request-bytes': 'Mean bytes of a request’s body.',
  'response-bytes': 'Mean bytes of a response’s body.',
  'body-bytes': 'Both of them.',
  'connection-minutes': 'Minutes a month that WebSocket connections are open, all together.',
  'lambda-ms': 'Milliseconds that a function runs for a request; without it functions are not counted.',
  'lambda-mb': 'Memory of the functions, instead of the design’s.',
  'cache-gb': `Size of the response cache, instead of the stage’s: ${CACHE_CLUSTER_SIZES.join(', ')}, or 0 for none.`,
}

/** Volumes given on the command line. Throws `UsageError`. */
export function typedVolumesOf(values: CommandContext['values']): TypedVolumes {
  const bodyBytes = wholeNumber(values, 'body-bytes', 0, MOST)
  return withoutUndefined({
    requests: wholeNumber(values, 'requests', 0, MOST),
    requestBytes: wholeNumber(values, 'request-bytes', 0, MOST) ?? bodyBytes,
    responseBytes: wholeNumber(values, 'response-bytes', 0, MOST) ?? bodyBytes,
    connectionMinutes: amount(values, 'connection-minutes', 0),
    lambdaMs: amount(values, 'lambda-ms', 0),
    lambdaMb: wholeNumber(values, 'lambda-mb', 1, 10_240),
    cacheGb: cacheSize(values['cache-gb']),
  })
}

/** A number of any kind from `min` on. */
function amount(values: CommandContext['values'], name: string, min: number): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const value = Number(text)
  if (typeof text === 'string' && text.trim() !== '' && value >= min && value <= MOST) return value
  throw new UsageError(`--${name} takes a number from ${min} on, not ${String(text)}.`)
}

function cacheSize(text: CommandContext['values'][string]): TypedVolumes['cacheGb'] {
  if (text === undefined) return undefined
  const value = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN
  if (value === 0) return null
  const size = CACHE_CLUSTER_SIZES.find((one) => Number(one) === value)
  if (size !== undefined) return size
  throw new UsageError(`--cache-gb is one of ${CACHE_CLUSTER_SIZES.join(', ')}, or 0 for none, not ${String(text)}.`)
}

function withoutUndefined<Values extends object>(
  values: Values,
): { [Name in keyof Values]: Exclude<Values[Name], undefined> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [Name in keyof Values]: Exclude<Values[Name], undefined> }
}
