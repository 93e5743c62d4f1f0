import type { SweepAxis } from '@shared/contract/sweep'
import type { Design } from '@shared/design/design'
import { findApi, routeKeysOf } from '@shared/design/route-key'
import { SCENARIO_METRICS, type Scenario, type ScenarioCheck, type ScenarioMetric } from '@shared/design/scenario'
import type { MeasuredMetric } from '../simulator/worker-protocol'
import { UsageError } from './command'

const MAX_VALUES = 100
/** Values that a range without a step has, its ends included. */
const DEFAULT_VALUES = 11

/** "/account/throttleSettings/burstLimit=100..500/50". Throws `UsageError`. */
export function sweepAxisOf(text: string): SweepAxis {
  const { pointer, from, to, step } = rangeOf('sweep', text)
  const isWhole = Number.isInteger(from) && Number.isInteger(to)
  const tenth = (to - from) / (DEFAULT_VALUES - 1)
  const by = step ?? (isWhole ? Math.max(1, Math.ceil(tenth)) : tenth)
  if (!(by > 0)) throw new UsageError(`--sweep ${text}: the step must be above 0.`)
  const count = Math.floor((to - from) / by + 1e-9) + 1
  if (count > MAX_VALUES) {
    throw new UsageError(`--sweep ${text} has ${count} values, more than ${MAX_VALUES}. Give a larger step.`)
  }
  // Twelve digits: sums of steps like 0.1 are not quite what a person would write.
  const values = Array.from({ length: count }, (_, at) => Number((from + at * by).toPrecision(12)))
  return { pointer, label: pointer, values }
}

/** "/account/throttleSettings/burstLimit=100..500". Throws `UsageError`. */
export function seekRangeOf(text: string): { axis: Omit<SweepAxis, 'values'>; from: number; to: number } {
  const { pointer, from, to, step } = rangeOf('seek', text)
  if (step !== undefined) throw new UsageError(`--seek ${text}: a search has no step.`)
  return { axis: { pointer, label: pointer }, from, to }
}

function rangeOf(option: string, text: string): { pointer: string; from: number; to: number; step?: number } {
  const [, pointer, from, to, step] = /^(\/.*)=([^=]+?)\.\.([^=/]+)(?:\/([^=/]+))?$/.exec(text) ?? []
  if (pointer === undefined || from === undefined || to === undefined) {
    const form = option === 'seek' ? 'POINTER=FROM..TO' : 'POINTER=FROM..TO/STEP'
    throw new UsageError(`--${option} takes ${form}, as in ${EXAMPLE}, not ${text}.`)
  }
  const range = { pointer, from: numberOf(option, from), to: numberOf(option, to) }
  if (range.from > range.to) throw new UsageError(`--${option} ${text}: give the smaller value first.`)
  return { ...range, ...(step !== undefined && { step: numberOf(option, step) }) }
}

const EXAMPLE = '/account/throttleSettings/burstLimit=100..500'

function numberOf(option: string, text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new UsageError(`--${option}: "${text}" is not a number.`)
}

/** "throttledShare" or "latencyP99(GET /orders)", or with an API key's name in the brackets. Throws `UsageError`. */
export function metricOf(text: string, design: Design, scenario: Scenario): MeasuredMetric {
  const [, name = '', of] = /^\s*([A-Za-z0-9]+)\s*(?:\((.*)\))?\s*$/.exec(text) ?? []
  if (!isMetric(name)) {
    throw new UsageError(`There is no figure "${text}". There are ${SCENARIO_METRICS.join(', ')}.`)
  }
  return { metric: name, ...(of !== undefined && partOf(of.trim(), design, scenario)) }
}

/** "throttledShare < 0.01". Throws `UsageError`. */
export function conditionOf(text: string, design: Design, scenario: Scenario): ScenarioCheck {
  const [, metric, operator, value] = /^(.*?[^<>=\s])\s*(<=|>=|==|<|>)\s*([^<>=]+)$/.exec(text.trim()) ?? []
  if (metric === undefined || operator === undefined || value === undefined) {
    throw new UsageError(`--keep takes a figure, an operator and a number, as in 'throttledShare < 0.01', not ${text}.`)
  }
  return {
    ...metricOf(metric, design, scenario),
    operator: operator as ScenarioCheck['operator'],
    value: numberOf('keep', value),
  }
}

/** What `metricOf` reads. */
export function metricText({ metric, route, apiKey }: MeasuredMetric): string {
  const of = route ?? apiKey
  return of === undefined ? metric : `${metric}(${of})`
}

function isMetric(name: string): name is ScenarioMetric {
  return (SCENARIO_METRICS as readonly string[]).includes(name)
}

function partOf(of: string, design: Design, scenario: Scenario): Pick<MeasuredMetric, 'route' | 'apiKey'> {
  const api = findApi(design, scenario.apiId)
  if (api !== undefined && routeKeysOf(api).includes(of)) return { route: of }
  if (design.apiKeys.some(({ name }) => name === of)) return { apiKey: of }
  throw new UsageError(`"${of}" is neither a route of the scenario's API nor an API key.`)
}
