import type { Scenario } from '@shared/design/scenario'
import { DEFAULT_MESSAGE_BYTES, type ConnectionSource } from '@shared/design/web-socket-scenario'
import { meteredUnits, WEBSOCKET_MESSAGE_INCREMENT } from '../../cost/metered-units'
import type { Millis } from '../../engine/millis'
import { AliasTable } from '../alias-table'
import { endOf } from '../arrivals'
import { LatencyModel } from '../latency-model'
import { Random } from '../random'

/** Streams of the connections of one source, far from those of their handshakes. */
const FIRST_STREAM = 3_000_000
const STREAMS = 8

/** How the clients of one source behave. Every kind of draw has a stream of its own. */
export interface SourceBehaviour {
  /** Null: until somebody ends it. */
  readonly stay: LatencyModel | null
  readonly leavesSilently: number
  readonly leaving: Random
  readonly pingsEveryMs: Millis
  /** After a refusal that passes, or a cut; and after a stay, or another refusal. Null: they do not come again. */
  readonly comesBack: LatencyModel | null
  readonly thinks: LatencyModel | null
  /** Nobody connects at this time or later. */
  readonly end: Millis
  /** Milliseconds between messages; null: none are sent. */
  readonly gap: LatencyModel | null
  /** Draws routes of the runtime. */
  readonly routes: AliasTable | null
  readonly routeDraws: Random
  readonly units: number
  readonly invalidBodies: number
  readonly bodies: Random
  readonly joins: number
}

/** `indexOf`: the runtime's index of a routeKey. */
export function sourceBehaviour(
  source: ConnectionSource,
  at: number,
  { seed, durationInSeconds }: Scenario,
  indexOf: (routeKey: string) => number,
): SourceBehaviour {
  const stream = (of: number): number => FIRST_STREAM + at * STREAMS + of
  const { shape, stay, reconnectAfter, messages, leavesSilently = 0, pingsEverySeconds } = source
  const durationMs = durationInSeconds * 1000
  const rate = messages?.ratePerSecond ?? 0
  const loop = shape.type === 'CLOSED_LOOP' ? shape : null
  const thinks = loop && new LatencyModel(loop.thinkTime, seed, stream(2))
  const gap = rate > 0 ? ({ distribution: 'EXPONENTIAL', meanMs: 1000 / rate } as const) : null
  return {
    stay: stay === undefined ? null : new LatencyModel(stay, seed, stream(0)),
    leavesSilently,
    leaving: new Random(seed, stream(1)),
    pingsEveryMs: (pingsEverySeconds ?? Infinity) * 1000,
    thinks,
    comesBack: reconnectAfter === undefined ? thinks : new LatencyModel(reconnectAfter, seed, stream(3)),
    end: loop ? endOf(loop, durationMs) : durationMs,
    gap: gap && new LatencyModel(gap, seed, stream(4)),
    routes: messages ? new AliasTable(Object.values(messages.routes), Object.keys(messages.routes).map(indexOf)) : null,
    routeDraws: new Random(seed, stream(5)),
    units: unitsOf(messages?.bytes),
    invalidBodies: messages?.invalidBodies ?? 0,
    bodies: new Random(seed, stream(6)),
    joins: source.joins ?? 1,
  }
}

/** Metered messages that one of this size is. */
export function unitsOf(bytes: number = DEFAULT_MESSAGE_BYTES): number {
  return meteredUnits(bytes, WEBSOCKET_MESSAGE_INCREMENT)
}
