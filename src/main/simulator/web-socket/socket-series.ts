import type { SeriesName } from '@shared/contract/snapshot'
import type { SocketTally } from './socket-tally'

/** What charts show of connections: counts of each step as rates, and how many are open at its end. */
export class SocketSeries {
  private readonly tally: SocketTally
  private accepted = 0
  private refused = 0
  private messagesIn = 0
  private messagesOut = 0
  private throttledMessages = 0
  private gonePosts = 0

  constructor(tally: SocketTally) {
    this.tally = tally
  }

  /** A step is over. */
  fill(series: { readonly [name in SeriesName]: Float64Array }, step: number, perSecond: number): void {
    const { tally } = this
    series.connections[step] = tally.open
    series.connects[step] = (tally.accepted - this.accepted) * perSecond
    series.connectsRefused[step] = (tally.refused - this.refused) * perSecond
    series.messagesIn[step] = (tally.messagesIn - this.messagesIn) * perSecond
    series.messagesOut[step] = (tally.messagesOut - this.messagesOut) * perSecond
    series.messagesThrottled[step] = (tally.throttledMessages - this.throttledMessages) * perSecond
    series.gonePosts[step] = (tally.gonePosts - this.gonePosts) * perSecond
    this.accepted = tally.accepted
    this.refused = tally.refused
    this.messagesIn = tally.messagesIn
    this.messagesOut = tally.messagesOut
    this.throttledMessages = tally.throttledMessages
    this.gonePosts = tally.gonePosts
  }
}
