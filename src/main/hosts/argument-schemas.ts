import type { CommandName } from '@shared/contract/commands'
import { FLUSH_TARGETS } from '@shared/contract/try'
import { scenarioShape } from './scenario-shape'
import { templateEventShape } from './template-event-shape'
import { tryRequestShape } from './try-request-shape'

const nothing = object({})
const text = { type: 'string' }
const path = { type: 'string', minLength: 1, maxLength: 4096 }
const port = { type: 'integer', minimum: 0, maximum: 65_535 }
const positive = { type: 'number', exclusiveMinimum: 0 }
/** Whether it is a design is for the service to say, with a diagnostic for each problem. */
const design = { type: 'object' }

/** One JSON schema for the arguments of each command: types and presence, so that a handler can rely on its own signature. */
export const ARGUMENT_SCHEMAS: { readonly [Name in CommandName]: object } = {
  'app.info': nothing,
  'settings.put': object(
    {
      theme: { enum: ['system', 'light', 'dark'] },
      density: { enum: ['compact', 'comfortable'] },
      motion: { enum: ['system', 'reduced'] },
      gatewayPort: port,
    },
    { textSizePercent: { type: 'integer', minimum: 90, maximum: 150 } },
  ),
  'project.create': object({ design }, { path }),
  'project.createFromSample': object({ sample: { type: 'string', minLength: 1, maxLength: 200 } }),
  'project.open': object({ path }),
  'project.pick': nothing,
  'project.close': nothing,
  'project.forget': object({ path }),
  'project.overwrite': nothing,
  'project.list': object({}, { folder: path }),
  'design.put': object({ revision: { type: 'integer', minimum: 0 }, design }),
  'import.read': object({
    fileName: { type: 'string', maxLength: 1024 },
    base64: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' },
  }),
  'simulator.start': object({ scenario: scenarioShape }),
  'simulator.cancel': object({ runId: text }),
  'simulator.explain': object({ runId: text, requestId: { type: 'integer', minimum: 0 } }),
  'simulator.result': object({ runId: text }),
  'throttle.preview': object({
    apiId: text,
    stage: text,
    routeKey: text,
    ratePerSecond: { ...positive, maximum: 1_000_000 },
    durationInSeconds: { ...positive, maximum: 3_600 },
  }),
  'template.render': object({
    template: text,
    event: templateEventShape,
    profile: { enum: ['apigw', 'velocity'] },
    record: { type: 'boolean' },
    compare: { type: 'boolean' },
  }),
  'template.runCases': object({}, { templates: { type: 'array', items: text } }),
  'gateway.start': object({ port }, { trustFolder: { type: 'boolean' } }),
  'gateway.stop': nothing,
  'gateway.records': object({}, { clear: { type: 'boolean' } }),
  'gateway.executionLog': object({ requestId: text }),
  'gateway.caches': nothing,
  'gateway.flush': object({ what: { enum: FLUSH_TARGETS } }),
  'try.send': tryRequestShape,
}

/** An object with exactly these members. */
function object(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}
