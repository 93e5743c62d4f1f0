import type { Design } from '@shared/design/design'
import { iamKeys } from '../engine/authorizers/iam-caller'
import { compile } from '../engine/compile/compile'
import { assumptionsOf } from '../engine/compile/route-plan'
import type { MappingTools } from '../engine/mapping/mapping-tools'
import { TemplateCache } from '../engine/mapping/template-cache'
import type { Runtime, StageRef } from '../engine/runtime'
import { TraceRecorder } from '../engine/trace/trace-recorder'
import { BUFFER_CODEC } from './buffer-codec'
import type { CallerPorts } from './callers/check-caller'
import type { KnownCallers } from './callers/known-callers'
import type { Clock } from './clock'
import type { HandlerPool } from './functions/handler-pool'
import { LiveFacts } from './live-facts'
import type { LocalServices } from './services/local-services'
import { ADDRESS_SLOTS } from './stores/addresses'
import { ApiKeyIndex } from './stores/api-key-index'
import { IDENTITY_SLOTS } from './stores/identities'
import { CACHE_SLOTS } from './stores/response-store'
import type { ConnectionTable } from './websocket-api/connection-table'

/** What a served design does its work with. */
export interface ServedDesignPorts {
  readonly clock: Clock
  readonly pool: HandlerPool
  readonly ownPorts: () => readonly number[]
  readonly services: LocalServices
  readonly callers: KnownCallers
  /** Open WebSocket connections; they outlive a served design. */
  readonly connections: ConnectionTable
  /** False: nobody asks later what became of a request. */
  readonly keepsRecords: boolean
  readonly log: (line: string) => void
}

/** What the types of API of a served design share: one runtime with its state, and what they work with. */
export interface ServedCore {
  readonly design: Design
  readonly ports: ServedDesignPorts
  readonly runtime: Runtime
  readonly facts: LiveFacts
  readonly traces: TraceRecorder
  readonly mapping: MappingTools
  /** Whose signatures and tokens are known. */
  readonly callerPorts: Omit<CallerPorts, 'log'>
  readonly apiKeys: ApiKeyIndex
  /** The id of the next flight. */
  readonly nextFlightId: () => number
}

/** Compile a design to be served. Its state begins fresh: buckets full, caches empty, quotas unused. */
export function servedCore(design: Design, stages: readonly StageRef[], ports: ServedDesignPorts): ServedCore {
  const { clock, callers, keepsRecords } = ports
  const facts = new LiveFacts()
  const traces = new TraceRecorder()
  const runtime = compile(design, {
    stages,
    definition: 'DEPLOYED',
    facts,
    epoch: clock.wall() - clock.now(),
    // REST and HTTP APIs keep results of different kinds: each type numbers its callers in a half of its own.
    identitySlots: 2 * IDENTITY_SLOTS,
    cacheSlots: CACHE_SLOTS,
    addressSlots: ADDRESS_SLOTS,
    trace: keepsRecords ? traces : null,
  })
  const { rootKey, localTokens, anyTokens } = callers
  const tokens = assumptionsOf(design).fetchPoolKeys ? anyTokens : localTokens
  let flights = 0
  return {
    design,
    ports,
    runtime,
    facts,
    traces,
    mapping: { templates: new TemplateCache(), codec: BUFFER_CODEC, now: () => clock.now() },
    callerPorts: { iamKeys: iamKeys(design, rootKey), tokens },
    apiKeys: new ApiKeyIndex(design.apiKeys),
    nextFlightId: () => flights++,
  }
}
