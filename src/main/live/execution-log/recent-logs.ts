import type { LogLine } from '@shared/contract/try'
import type { ReadLog } from './read-log'

/** How many requests a gateway remembers the logs of. */
const MOST_LOGS = 200

/** The execution logs of the last requests, by their ids. A client may choose its id: the last request of the same id counts. */
export class RecentLogs {
  private readonly logs = new Map<string, ReadLog>()
  private readonly most: number

  constructor(most: number = MOST_LOGS) {
    this.most = most
  }

  add(requestId: string, log: ReadLog): void {
    this.logs.delete(requestId)
    this.logs.set(requestId, log)
    const [oldest] = this.logs.keys()
    if (oldest !== undefined && this.logs.size > this.most) this.logs.delete(oldest)
  }

  /** Empty for a request that is not remembered, or of which nothing was logged. */
  of(requestId: string): readonly LogLine[] {
    return this.logs.get(requestId)?.() ?? []
  }
}
