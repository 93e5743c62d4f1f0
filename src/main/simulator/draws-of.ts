import { GatewrightError } from '@shared/contract/errors'
import type { TrafficSource } from '@shared/design/scenario'
import { ClosedLoopDraws, type ClosedLoopSource } from './closed-loop-draws'
import { ReplayDraws } from './replay/replay-draws'
import type { ReplaySource } from './replay/replayed-log'
import type { DrawsContext, RequestDraws } from './request-draws'
import { SourceDraws } from './source-draws'

/** The requests of a source, whatever its shape. Throws `simulator/invalid-scenario` for a REPLAY where no log can be read. */
export function drawsOf(source: TrafficSource, context: DrawsContext): RequestDraws {
  if (isClosedLoop(source)) return new ClosedLoopDraws(source, context)
  if (!isReplay(source)) return new SourceDraws(source, context)
  if (context.replay !== undefined) return new ReplayDraws(source, context, context.replay)
  const message = `Traffic source ${source.name} plays the log ${source.shape.file}, which cannot be read here: the project has no folder. Save it first.`
  throw new GatewrightError('simulator/invalid-scenario', message)
}

export function isClosedLoop(source: TrafficSource): source is ClosedLoopSource {
  return source.shape.type === 'CLOSED_LOOP'
}

export function isReplay(source: TrafficSource): source is ReplaySource {
  return source.shape.type === 'REPLAY'
}
