import type { CommandName } from '@shared/contract/commands'
import { DESIGN_FORMATS } from '@shared/contract/export'
import { FLUSH_TARGETS } from '@shared/contract/try'
import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import { object } from './object-schema'
import { playSpeed, requestFilter, runControlShape } from './run-control-schema'
import { scenarioShape } from './scenario-shape'
import { seekAxis, seekConditions, seeds, sweepAxes, sweepMetrics } from './sweep-schema'
import { templateEventShape } from './template-event-shape'
import { tryRequestShape } from './try-request-shape'
import { wsOpenShape } from './ws-open-shape'

const nothing = object({})
const text = { type: 'string' }
const number = { type: 'number' }
const path = { type: 'string', minLength: 1, maxLength: 4096 }
const port = { type: 'integer', minimum: 0, maximum: 65_535 }
const positive = { type: 'number', exclusiveMinimum: 0 }
/** Whether it is a design is for the service to say, with a diagnostic for each problem. */
const design = { type: 'object' }

const base64 = { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' }
const templateParameters = { type: 'object', maxProperties: 500, additionalProperties: text }
const flag = { type: 'boolean' }
const exportScope = { apiIds: { type: 'array', items: text, maxItems: 1_000 }, stage: text }
const exportOptions = {
  ...exportScope,
  syntax: { enum: ['yaml', 'json'] },
  hasExtensions: flag,
  hasBody: flag,
  hasKeyValues: flag,
  hasOwnMembers: flag,
}

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
    {
      gatewayTls: { type: 'boolean' },
      textSizePercent: { type: 'integer', minimum: 90, maximum: 150 },
      lessons: { type: 'object', maxProperties: 500, additionalProperties: { enum: ['RIGHT', 'DONE'] } },
    },
  ),
  'project.create': object({ design }, { path, folder: path }),
  'project.createFromSample': object({ sample: { type: 'string', minLength: 1, maxLength: 200 } }),
  'project.open': object({ path }),
  'project.pick': nothing,
  'project.close': nothing,
  'project.forget': object({ path }),
  'project.overwrite': nothing,
  'project.list': object({}, { folder: path }),
  'design.put': object({ revision: { type: 'integer', minimum: 0 }, design }),
  'import.read': object(
    {
      fileName: { type: 'string', maxLength: 1024 },
      base64,
    },
    { parameters: templateParameters },
  ),
  'import.readPath': object({ path }, { parameters: templateParameters }),
  'export.preview': object({ format: { enum: DESIGN_FORMATS } }, exportOptions),
  'export.formats': object({}, exportScope),
  'export.save': object({ format: { enum: DESIGN_FORMATS } }, { ...exportOptions, folder: path }),
  'design.compare': object({ fileName: { type: 'string', maxLength: 1024 }, base64 }),
  'simulator.start': object({ scenario: scenarioShape }, { design, speed: playSpeed, isPaused: { type: 'boolean' } }),
  'simulator.cancel': object({ runId: text }),
  'simulator.control': runControlShape,
  'simulator.tablesAt': object({ runId: text, atMs: { type: 'number', minimum: 0 } }),
  'simulator.requests': object({
    runId: text,
    filter: requestFilter,
    limit: { type: 'integer', minimum: 1, maximum: 1_000 },
  }),
  'simulator.sweep': object(
    { scenario: scenarioShape, axes: sweepAxes, metrics: sweepMetrics },
    { seeds, durationInSeconds: positive },
  ),
  'simulator.cancelSweep': object({ sweepId: text }),
  'simulator.seek': object(
    { scenario: scenarioShape, axis: seekAxis, from: number, to: number, conditions: seekConditions },
    { seeds },
  ),
  'simulator.export': object({ runId: text, format: { enum: ['CSV', 'JSON', 'HTML', 'JUNIT', 'K6', 'ARTILLERY'] } }),
  'scenario.toText': object({ scenario: scenarioShape }),
  'scenario.fromText': object({ text: { type: 'string', maxLength: 10_000_000 } }),
  'simulator.explain': object({ runId: text, requestId: { type: 'integer', minimum: 0 } }),
  'simulator.result': object({ runId: text }),
  'cost.compare': object({
    region: { ...text, maxLength: 40 },
    requestsPerMonth: { ...number, minimum: 0, maximum: 1e13 },
    responseBytes: { ...number, minimum: 0, maximum: 1e9 },
    openConnections: { ...number, minimum: 0, maximum: 1e9 },
    cacheGb: { enum: [...CACHE_CLUSTER_SIZES, null] },
  }),
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
  'gateway.start': object({ port }, { tls: { type: 'boolean' }, trustFolder: { type: 'boolean' } }),
  'gateway.stop': nothing,
  'gateway.records': object({}, { clear: { type: 'boolean' } }),
  'gateway.executionLog': object({ requestId: text }),
  'gateway.caches': nothing,
  'gateway.flush': object({ what: { enum: FLUSH_TARGETS } }),
  'try.send': tryRequestShape,
  'ws.connections': nothing,
  'ws.open': wsOpenShape,
  'ws.send': object({ socketId: text, text: { type: 'string', maxLength: 1024 * 1024 } }),
  'ws.close': object(
    { socketId: text },
    { code: { type: 'integer' }, reason: { type: 'string', maxLength: 123 }, isAbrupt: { type: 'boolean' } },
  ),
  'ws.push': object(
    { connectionId: text, text: { type: 'string', maxLength: 1024 * 1024 } },
    { apiId: text, stage: text },
  ),
  'ws.disconnect': object({ connectionId: text, apiId: text, stage: text }),
  'ws.routeOf': object({ apiId: text, stage: text, text: { type: 'string', maxLength: 1024 * 1024 } }),
  'ws.fastForward': object({ seconds: { ...positive, maximum: 86_400 } }),
}
