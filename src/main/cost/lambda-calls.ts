import type { CostLine } from '@shared/contract/cost'
import { amountText } from './price-detail'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/** Calls of Lambda functions in a month. */
export interface LambdaCalls {
  readonly calls: number
  /** Billed duration of all calls together. */
  readonly milliseconds: number
  /** Mean over the calls. */
  readonly memoryMb: number
}

/** Whose calls they are: the words of the two lines. */
export interface LambdaCaller {
  /** "lambda" -> "lambda-requests" and "lambda-duration". */
  readonly id: string
  readonly label: string
}

export const BACKEND_FUNCTIONS: LambdaCaller = { id: 'lambda', label: 'Lambda' }
/** Authorizer functions are billed as any other. Source: observability-and-cost.md 5.6. */
export const AUTHORIZER_FUNCTIONS: LambdaCaller = { id: 'authorizer', label: 'Lambda authorizer' }

/** Requests and duration (x86) of functions: two lines. */
export function lambdaCalls(
  { calls, milliseconds, memoryMb }: LambdaCalls,
  { id, label }: LambdaCaller,
  { lambdaRequests, lambdaGbSeconds }: RegionPrices,
): CostLine[] {
  const requests = { id: `${id}-requests`, label: `${label} requests`, quantity: calls, unit: 'requests' }
  const gbSeconds = gbSecondsOf(milliseconds, memoryMb)
  const duration = { id: `${id}-duration`, label: `${label} duration`, quantity: gbSeconds, unit: 'GB-seconds' }
  const line = priceLine(duration, lambdaGbSeconds)
  const meanMs = calls === 0 ? 0 : milliseconds / calls
  const each = `${amountText(meanMs)} ms at ${amountText(memoryMb)} MB each`
  return [priceLine(requests, lambdaRequests), { ...line, detail: `${each}: ${line.detail}` }]
}

/** Source: observability-and-cost.md 5.6, "GB-s = (memoryMB/1024) * seconds". */
function gbSecondsOf(milliseconds: number, memoryMb: number): number {
  return (memoryMb * milliseconds) / (1024 * 1000)
}
