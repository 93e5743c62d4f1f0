import type { Popularity, TrafficSource } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { AliasTable, popularityWeights } from './alias-table'
import { isForCanary } from '../engine/canary'
import { Arrivals } from './arrivals'
import { Random, uniformOf } from './random'
import type { CanaryTraffic } from './traffic-tables'

/** Bits of `Flight.flags`. */
export const INVALID_BODY_FLAG = 1
export const WRONG_KEY_FLAG = 2
export const MISSING_TOKEN_FLAG = 4
export const CACHE_BYPASS_FLAG = 8

const BLOCK = 512
/** Streams that one source uses: arrivals and the facts below. */
export const STREAMS_PER_SOURCE = 16

/**
 * The requests of one source, a block at a time: when each comes, what it asks for and carries. Each fact has a stream of its own, so
 * an edit of the design or of one fact never changes another.
 */
export class SourceDraws {
  /** Ascending; Infinity when the source has no more. */
  readonly time = new Float64Array(BLOCK)
  readonly route = new Int32Array(BLOCK)
  readonly apiKey = new Int32Array(BLOCK)
  readonly identity = new Int32Array(BLOCK)
  readonly item = new Int32Array(BLOCK)
  readonly flags = new Uint8Array(BLOCK)
  at = BLOCK - 1
  private readonly bits = new Int32Array(BLOCK)
  private readonly arrivals: Arrivals
  private readonly columns: readonly Column[]
  private readonly shares: readonly Share[]
  /** Of the stage, whoever gets the request; the same column as `route` where no canary does. */
  private readonly stageRoute: Int32Array
  private readonly canary: CanaryTraffic | null
  private readonly canaryDraws: Random

  /** `routes` and `apiKeys`: indexes in the runtime, by position in the source. `stream` is the first of the source's streams. */
  constructor(
    source: TrafficSource,
    durationMs: Millis,
    routes: readonly number[],
    apiKeys: readonly number[],
    uses: UsedFacts,
    seed: number,
    stream: number,
    canary: CanaryTraffic | null = null,
  ) {
    this.stageRoute = canary === null ? this.route : new Int32Array(BLOCK)
    this.arrivals = new Arrivals(source.shape, durationMs, seed, stream)
    const random = (offset: number): Random => new Random(seed, stream + offset)
    const keyWeights = popularityWeights(
      apiKeys.length,
      source.apiKeys?.distribution ?? 'UNIFORM',
      source.apiKeys?.exponent,
    )
    this.columns = [
      column(this.stageRoute, Object.values(source.routes), random(1), routes),
      ...(uses.apiKeys ? [column(this.apiKey, keyWeights, random(2), apiKeys)] : []),
      ...(uses.identities ? [column(this.identity, popularityOf(source.identities), random(3))] : []),
      ...(uses.items ? [column(this.item, popularityOf(source.items), random(4))] : []),
    ]
    this.shares = [
      { flag: INVALID_BODY_FLAG, share: source.invalidBodies ?? 0, random: random(5) },
      { flag: WRONG_KEY_FLAG, share: source.wrongApiKeys ?? 0, random: random(6) },
      { flag: MISSING_TOKEN_FLAG, share: source.missingTokens ?? 0, random: random(7) },
      { flag: CACHE_BYPASS_FLAG, share: source.cacheBypasses ?? 0, random: random(8) },
    ].filter(({ share }) => share > 0)
    this.canary = canary
    this.canaryDraws = random(9)
  }

  /** Step to the next request, whose facts then stand at `at`; returns when it comes. */
  step(): Millis {
    if (++this.at === BLOCK) this.refill()
    return this.time[this.at]!
  }

  private sendToCanary({ percentTraffic, routeOf }: CanaryTraffic): void {
    this.canaryDraws.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) {
      const route = this.stageRoute[i]!
      this.route[i] = isForCanary(percentTraffic, uniformOf(this.bits[i]!)) ? routeOf[route]! : route
    }
  }

  private refill(): void {
    this.at = 0
    this.arrivals.nextBlock(this.time)
    for (const { target, table, random } of this.columns) table?.fill(random, this.bits, target)
    if (this.canary !== null) this.sendToCanary(this.canary)
    if (this.shares.length === 0) return
    this.flags.fill(0)
    for (const { flag, share, random } of this.shares) {
      random.fill(this.bits)
      for (let i = 0; i < BLOCK; i++) this.flags[i]! |= +(uniformOf(this.bits[i]!) < share) * flag
    }
  }
}

/** Which facts some route of the design looks at; the others are not drawn. */
export interface UsedFacts {
  readonly apiKeys: boolean
  readonly identities: boolean
  readonly items: boolean
}

interface Column {
  readonly target: Int32Array
  /** Null when there is nothing to choose; the target then holds its one value from the start. */
  readonly table: AliasTable | null
  readonly random: Random
}

interface Share {
  readonly flag: number
  readonly share: number
  readonly random: Random
}

function column(
  target: Int32Array,
  weights: readonly number[] | Float64Array,
  random: Random,
  values?: readonly number[],
): Column {
  if (weights.length <= 1) target.fill(values === undefined ? 0 : (values[0] ?? -1))
  return { target, table: weights.length <= 1 ? null : new AliasTable(weights, values), random }
}

function popularityOf(popularity: Popularity | undefined): Float64Array {
  return popularityWeights(popularity?.count ?? 1, popularity?.distribution ?? 'UNIFORM', popularity?.exponent)
}
