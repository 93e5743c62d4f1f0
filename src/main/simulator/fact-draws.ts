import type { Popularity, TrafficSource } from '@shared/design/scenario'
import { isForCanary } from '../engine/canary'
import { AliasTable, popularityWeights } from './alias-table'
import { Random, uniformOf } from './random'
import {
  BLOCK,
  CACHE_BYPASS_FLAG,
  EXPIRED_TOKEN_FLAG,
  INVALID_BODY_FLAG,
  MISSING_TOKEN_FLAG,
  SOURCE_STREAM,
  WRONG_KEY_FLAG,
  type DrawsContext,
} from './request-draws'
import type { CanaryTraffic } from './traffic-tables'

/** Blocks have room for one more request, which is drawn by nobody: a place to put one aside. */
export const SPARE = BLOCK

/**
 * What the requests of one source ask for and carry, a block at a time. Each fact has a stream of its own, so an edit of the design or of
 * one fact never changes another.
 */
export class FactDraws {
  readonly route = new Int32Array(BLOCK + 1)
  readonly apiKey = new Int32Array(BLOCK + 1)
  readonly identity = new Int32Array(BLOCK + 1)
  readonly item = new Int32Array(BLOCK + 1)
  readonly flags = new Uint8Array(BLOCK + 1)
  /** Of the stage, whoever gets the request; the same column as `route` where no canary does. */
  readonly stageRoute: Int32Array
  private readonly bits = new Int32Array(BLOCK)
  private readonly columns: readonly Column[]
  private readonly shares: readonly Share[]
  private readonly canary: CanaryTraffic | null
  private readonly canaryDraws: Random

  constructor(source: TrafficSource, { routes, apiKeys, uses, seed, stream, canary }: DrawsContext) {
    this.stageRoute = canary === null ? this.route : new Int32Array(BLOCK + 1)
    this.canary = canary
    const random = (of: keyof typeof SOURCE_STREAM): Random => new Random(seed, stream + SOURCE_STREAM[of])
    const { distribution, exponent } = source.apiKeys ?? { distribution: 'UNIFORM' }
    const keyWeights = popularityWeights(apiKeys.length, distribution, exponent)
    this.columns = [
      column(this.stageRoute, Object.values(source.routes), random('route'), routes),
      ...(uses.apiKeys ? [column(this.apiKey, keyWeights, random('apiKey'), apiKeys)] : []),
      ...(uses.identities ? [column(this.identity, weightsOf(source.identities), random('identity'))] : []),
      ...(uses.items ? [column(this.item, weightsOf(source.items), random('item'))] : []),
    ]
    this.shares = [
      { flag: INVALID_BODY_FLAG, share: source.invalidBodies ?? 0, random: random('invalidBodies') },
      { flag: WRONG_KEY_FLAG, share: source.wrongApiKeys ?? 0, random: random('wrongApiKeys') },
      { flag: MISSING_TOKEN_FLAG, share: source.missingTokens ?? 0, random: random('missingTokens') },
      { flag: CACHE_BYPASS_FLAG, share: source.cacheBypasses ?? 0, random: random('cacheBypasses') },
      { flag: EXPIRED_TOKEN_FLAG, share: source.expiredTokens ?? 0, random: random('expiredTokens') },
    ].filter(({ share }) => share > 0)
    this.canaryDraws = random('canary')
  }

  /** Draw the next block: all but who of stage and canary answers. */
  draw(): void {
    for (const { target, table, random, only } of this.columns) {
      if (table === null) target.fill(only)
      else table.fill(random, target)
    }
    if (this.shares.length === 0) return
    this.flags.fill(0, 0, BLOCK)
    for (const { flag, share, random } of this.shares) {
      random.fill(this.bits)
      for (let i = 0; i < BLOCK; i++) this.flags[i]! |= +(uniformOf(this.bits[i]!) < share) * flag
    }
  }

  /** Once `stageRoute` is as it shall be. */
  sendToCanary(): void {
    if (this.canary === null) return
    const { percentTraffic, routeOf } = this.canary
    this.canaryDraws.fill(this.bits)
    for (let i = 0; i < BLOCK; i++) {
      const route = this.stageRoute[i]!
      this.route[i] = isForCanary(percentTraffic, uniformOf(this.bits[i]!)) ? routeOf[route]! : route
    }
  }

  /** Put a request of the block aside, where the next blocks do not overwrite it. */
  putAside(at: number): void {
    this.route[SPARE] = this.route[at]!
    this.apiKey[SPARE] = this.apiKey[at]!
    this.identity[SPARE] = this.identity[at]!
    this.item[SPARE] = this.item[at]!
    this.flags[SPARE] = this.flags[at]!
  }
}

interface Column {
  readonly target: Int32Array
  /** Null when there is nothing to choose: it is `only` then. */
  readonly table: AliasTable | null
  readonly only: number
  readonly random: Random
}

interface Share {
  readonly flag: number
  readonly share: number
  readonly random: Random
}

function column(
  room: Int32Array,
  weights: readonly number[] | Float64Array,
  random: Random,
  values?: readonly number[],
): Column {
  const table = weights.length <= 1 ? null : new AliasTable(weights, values)
  return { target: room.subarray(0, BLOCK), table, only: values === undefined ? 0 : (values[0] ?? -1), random }
}

function weightsOf(popularity: Popularity | undefined): Float64Array {
  if (popularity === undefined) return popularityWeights(1, 'UNIFORM')
  const { count, distribution, exponent, hotCount = 1, hotShare = 1 } = popularity
  return popularityWeights(count, distribution, exponent, { hotCount, hotShare })
}
