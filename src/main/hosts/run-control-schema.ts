import { OUTCOMES } from '@shared/outcome'
import { object } from './object-schema'

const name = { type: 'string', maxLength: 4096 }
const time = { type: 'number', minimum: 0 }

/** Virtual seconds a second: nobody could follow more, and MAX is as fast as it goes. */
export const playSpeed = { anyOf: [{ const: 'MAX' }, { type: 'number', minimum: 0.01, maximum: 100_000 }] }

const limit = object(
  {
    type: { const: 'SET_LIMIT' },
    level: { enum: ['planMethod', 'plan', 'method', 'stage', 'account'] },
    rateLimit: { type: 'number', minimum: 0 },
    burstLimit: { type: 'number', minimum: 0 },
  },
  { route: name, usagePlanId: name },
)

const runId = { type: 'string' }

/** What a person does to a run, one action a call. */
export const runControlShape = {
  type: 'object',
  required: ['runId', 'action'],
  oneOf: [
    object({ runId, action: { const: 'pause' } }),
    object({ runId, action: { const: 'resume' } }, { speed: playSpeed }),
    object({ runId, action: { const: 'step' }, by: { enum: ['SECOND', 'EVENT'] } }),
    object({
      runId,
      action: { const: 'change' },
      limits: { type: 'array', minItems: 1, maxItems: 100, items: limit },
    }),
  ],
}

export const requestFilter = object(
  {},
  {
    fromMs: time,
    toMs: time,
    routeKey: name,
    apiKey: name,
    source: name,
    outcomes: { type: 'array', maxItems: OUTCOMES.length, items: { enum: OUTCOMES } },
  },
)
