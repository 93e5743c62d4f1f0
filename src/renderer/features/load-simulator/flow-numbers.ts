import type { ProtocolType } from '@shared/design/api'
import type { SnapshotTotals } from '@shared/contract/snapshot'
import type { SimulationResult } from '@shared/contract/simulation'
import type { OutcomeFamily, OutcomeName } from '@shared/outcome'

/** A place where requests leave the pipeline. */
export interface FlowExit {
  readonly step: string
  readonly label: string
  /** What these requests were answered with: "429", "200 hit". */
  readonly answer: string
  readonly family: OutcomeFamily
  /** How these requests ended. */
  readonly outcomes: readonly OutcomeName[]
  readonly count: number
  /** Requests that came this far, and those that went on. */
  readonly arriving: number
  readonly leaving: number
}

export interface Flow {
  readonly offered: number
  readonly exits: readonly FlowExit[]
  readonly answered: number
}

interface ExitRule {
  readonly step: string
  readonly label: string
  readonly answer: string
  readonly family: OutcomeFamily
  /** From the exact figures of a finished run. */
  readonly outcomes: readonly OutcomeName[]
  /** From the totals of a run in progress, which keep some outcomes together. */
  fromTotals(totals: SnapshotTotals): number
  /** Shown even when nothing leaves here. */
  readonly isAlwaysShown?: boolean
}

/** In the order of the pipeline. */
const EXITS: readonly ExitRule[] = [
  {
    step: 'waf',
    label: 'WAF',
    answer: '403',
    family: 'denied',
    outcomes: ['WAF_FILTERED'],
    fromTotals: () => 0,
  },
  {
    step: 'authorizer',
    label: 'Authorizer',
    answer: '401, 403',
    family: 'denied',
    outcomes: ['UNAUTHORIZED', 'ACCESS_DENIED', 'ACCESS_DENIED_EXPLICIT'],
    fromTotals: (totals) => totals.denied,
    isAlwaysShown: true,
  },
  {
    step: 'authorizer-failure',
    label: 'Authorizer failed',
    answer: '500',
    family: 'error',
    outcomes: ['AUTHORIZER_CONFIGURATION_ERROR'],
    fromTotals: () => 0,
  },
  {
    step: 'api-key',
    label: 'API key',
    answer: '403',
    family: 'denied',
    outcomes: ['INVALID_API_KEY'],
    fromTotals: () => 0,
  },
  {
    step: 'quota',
    label: 'Quota',
    answer: '429',
    family: 'throttled',
    outcomes: ['QUOTA_EXCEEDED'],
    fromTotals: (totals) => totals.quotaExceeded,
  },
  {
    step: 'usage-plan-throttle',
    label: 'Plan, per key',
    answer: '429',
    family: 'throttled',
    outcomes: ['THROTTLED_PLAN_METHOD', 'THROTTLED_PLAN'],
    fromTotals: ({ throttledByLevel }) => throttledByLevel.planMethod + throttledByLevel.plan,
    isAlwaysShown: true,
  },
  {
    step: 'method-throttle',
    label: 'Method throttle',
    answer: '429',
    family: 'throttled',
    outcomes: ['THROTTLED_METHOD'],
    fromTotals: ({ throttledByLevel }) => throttledByLevel.method,
    isAlwaysShown: true,
  },
  {
    step: 'stage-throttle',
    label: 'Stage throttle',
    answer: '429',
    family: 'throttled',
    outcomes: ['THROTTLED_STAGE'],
    fromTotals: ({ throttledByLevel }) => throttledByLevel.stage,
  },
  {
    step: 'account-throttle',
    label: 'Account throttle',
    answer: '429',
    family: 'throttled',
    outcomes: ['THROTTLED_ACCOUNT'],
    fromTotals: ({ throttledByLevel }) => throttledByLevel.account,
  },
  {
    step: 'request-validator',
    label: 'Validation',
    answer: '400',
    family: 'rejected',
    outcomes: ['BAD_REQUEST_PARAMETERS', 'BAD_REQUEST_BODY'],
    fromTotals: (totals) => totals.rejected,
    isAlwaysShown: true,
  },
  {
    step: 'cache-lookup',
    label: 'Cache',
    answer: '200 hit',
    family: 'cacheHit',
    outcomes: ['CACHED'],
    fromTotals: (totals) => totals.cacheHit,
    isAlwaysShown: true,
  },
  {
    step: 'integration',
    label: 'Integration',
    answer: '5xx',
    family: 'error',
    outcomes: ['INTEGRATION_SERVER_ERROR', 'INTEGRATION_TIMEOUT', 'INTEGRATION_FAILURE', 'BLOCKED'],
    fromTotals: (totals) => totals.error,
    isAlwaysShown: true,
  },
]

/** Steps that APIs of other types do not have: their rows are left out where nothing left. */
const ABSENT_STEPS: { readonly [type in ProtocolType]: readonly string[] } = {
  REST: [],
  HTTP: ['usage-plan-throttle', 'request-validator', 'cache-lookup'],
  WEBSOCKET: ['cache-lookup'],
}

/** The rows that an API of this type can have. */
export function flowOfType(flow: Flow, protocolType: ProtocolType): Flow {
  const absent = ABSENT_STEPS[protocolType]
  return { ...flow, exits: flow.exits.filter(({ step, count }) => count > 0 || !absent.includes(step)) }
}

/** Where the requests of a run went: what left at each step and what the backends answered. The exits and the answers add up to the offered. */
export function flowNumbers(totals: SnapshotTotals, byOutcome?: SimulationResult['byOutcome']): Flow {
  let underWay = totals.offered
  const exits = EXITS.flatMap((rule): FlowExit[] => {
    const { step, label, answer, family, outcomes } = rule
    const count = byOutcome
      ? rule.outcomes.reduce((sum, outcome) => sum + (byOutcome[outcome] ?? 0), 0)
      : rule.fromTotals(totals)
    const arriving = underWay
    underWay -= count
    return count > 0 || rule.isAlwaysShown
      ? [{ step, label, answer, family, outcomes, count, arriving, leaving: underWay }]
      : []
  })
  return { offered: totals.offered, exits, answered: totals.served }
}
