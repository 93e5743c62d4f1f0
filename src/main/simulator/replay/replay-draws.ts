import type { Millis } from '../../engine/millis'
import { beforeEnd } from '../arrivals'
import { FactDraws } from '../fact-draws'
import { BLOCK, type DrawsContext, type ReplayContext, type RequestDraws } from '../request-draws'
import { NOT_LOGGED } from './logged-facts'
import { ReplayedLog, type ReplaySource } from './replayed-log'

/**
 * The requests of a log, a block at a time: at their own distances in time from the first, with the facts that the log has. What it does
 * not have (the item, where only the route is logged; bad bodies and tokens) is drawn as for any other source.
 */
export class ReplayDraws implements RequestDraws {
  readonly time = new Float64Array(BLOCK)
  readonly route: Int32Array
  readonly apiKey: Int32Array
  readonly identity: Int32Array
  readonly item: Int32Array
  readonly flags: Uint8Array
  at = BLOCK - 1
  private readonly facts: FactDraws
  private readonly log: ReplayedLog
  private readonly speed: number
  private readonly end: Millis
  private begins: number | null = null
  private isOver = false
  private readonly onOver: () => void

  constructor(source: ReplaySource, context: DrawsContext, replay: ReplayContext) {
    this.facts = new FactDraws(source, context)
    this.log = new ReplayedLog(source, context, replay)
    this.onOver = () => replay.onReport?.(this.log.report)
    this.speed = source.shape.speed ?? 1
    this.end = context.durationMs
    this.route = this.facts.route
    this.apiKey = this.facts.apiKey
    this.identity = this.facts.identity
    this.item = this.facts.item
    this.flags = this.facts.flags
  }

  step(): Millis {
    if (++this.at === BLOCK) this.refill()
    return this.time[this.at]!
  }

  private refill(): void {
    this.at = 0
    this.facts.draw()
    for (let i = 0; i < BLOCK; i++) this.read(i)
    this.facts.sendToCanary()
  }

  private read(i: number): void {
    this.time[i] = Infinity
    if (this.isOver) return
    const { log, facts } = this
    const place = log.next()
    this.begins ??= log.time
    if (place !== -1) this.time[i] = beforeEnd((log.time - this.begins) / this.speed, this.end)
    this.isOver = this.time[i] === Infinity
    if (this.isOver) return this.onOver()
    const { route, apiKey, identity, item } = log.requests
    facts.stageRoute[i] = route[place]!
    if (apiKey[place] !== NOT_LOGGED) facts.apiKey[i] = apiKey[place]!
    if (identity[place] !== NOT_LOGGED) facts.identity[i] = identity[place]!
    if (item[place] !== NOT_LOGGED) facts.item[i] = item[place]!
  }
}
