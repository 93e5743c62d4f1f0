import { SCENARIO_METRICS } from '@shared/design/scenario'
import { object } from './object-schema'

const number = { type: 'number' }
const text = { type: 'string', maxLength: 4096 }
const axis = { pointer: { type: 'string', pattern: '^/', maxLength: 4096 }, label: text }

/** At most two settings with at most 100 values each; the service refuses more than 2,000 runs in all. */
export const sweepAxes = {
  type: 'array',
  minItems: 1,
  maxItems: 2,
  items: object({ ...axis, values: { type: 'array', minItems: 1, maxItems: 100, items: number } }),
}

export const sweepMetrics = {
  type: 'array',
  minItems: 1,
  maxItems: SCENARIO_METRICS.length,
  items: { enum: SCENARIO_METRICS },
}

export const seeds = { type: 'integer', minimum: 1, maximum: 1_000 }

export const seekAxis = object(axis)

export const seekConditions = {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  items: object(
    { metric: { enum: SCENARIO_METRICS }, operator: { enum: ['<', '<=', '==', '>=', '>'] }, value: number },
    { apiKey: text, route: text },
  ),
}
