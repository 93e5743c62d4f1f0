import type { ReplayReport } from '@shared/contract/simulation'
import type { TrafficShape, TrafficSource } from '@shared/design/scenario'
import type { DrawsContext, ReplayContext } from '../request-draws'
import { AccessLog } from './access-log'
import { isLogged, type LogEntry } from './log-entry'
import { LogRoutes } from './log-routes'
import { LoggedFacts } from './logged-facts'
import { parseLogTime, type LogTime } from './parse-log-time'
import { SortWindow, WINDOW } from './sort-window'

/** So many problems are told one by one. */
const MOST_PROBLEMS = 20

/** A source that plays an access log. */
export type ReplaySource = TrafficSource & { readonly shape: Extract<TrafficShape, { type: 'REPLAY' }> }

/**
 * The requests of a log that the source plays, in the order of time. Those of one second, where the log knows no more than that, are
 * spread evenly over it in the order they were logged.
 */
export class ReplayedLog {
  readonly requests = new SortWindow()
  /** Of the last request, in the log's own milliseconds since 1970. */
  time = -Infinity
  private readonly log: AccessLog
  private readonly routes: LogRoutes
  private readonly facts: LoggedFacts
  /** By route, whether the source plays it. */
  private readonly isPlayed: Uint8Array
  private isOver = false
  /** Requests of one second, of which `groupAt` is the next. */
  private readonly group = new Int32Array(WINDOW)
  private groupSize = 0
  private groupAt = 0
  private groupBegins = 0
  private last = -1
  private readonly counts = { lines: 0, unreadable: 0, unknownRoutes: 0, otherRoutes: 0, late: 0 }
  private readonly problems: ReplayReport['problems'][number][] = []
  private readonly source: string

  constructor(source: ReplaySource, context: DrawsContext, { openLog, targets }: ReplayContext) {
    this.source = source.name
    this.log = new AccessLog(openLog(source.shape.file), source.shape.format)
    this.routes = new LogRoutes(targets)
    this.facts = new LoggedFacts(source, context, targets)
    this.isPlayed = Uint8Array.from(targets.routes, ({ routeKey }) => +isPlayed(source, routeKey))
  }

  get report(): ReplayReport {
    return { source: this.source, ...this.counts, problems: [...this.problems] }
  }

  /** The place in `requests` of the next one, until the next call; -1 after the last. */
  next(): number {
    if (this.last !== -1) this.requests.giveBack(this.last)
    if (this.groupAt === this.groupSize) this.takeGroup()
    if (this.groupSize === 0) return (this.last = -1)
    const spread = this.groupSize > 1 ? (this.groupAt * 1000) / this.groupSize : 0
    const at = this.groupBegins + spread
    if (at < this.time) this.counts.late++
    else this.time = at
    return (this.last = this.group[this.groupAt++]!)
  }

  /** The first request, and those of its second. */
  private takeGroup(): void {
    const { requests, group } = this
    this.fill()
    this.groupAt = 0
    this.groupSize = 0
    if (requests.size === 0) return
    this.groupBegins = requests.firstTime
    // Not a number is never the time of another one.
    const second = requests.isFirstWholeSecond ? this.groupBegins : Number.NaN
    do group[this.groupSize++] = requests.take()
    while (requests.size > 0 && requests.firstTime === second)
  }

  private fill(): void {
    const { log, requests } = this
    while (!this.isOver && !requests.isFull) {
      const problem = log.next()
      if (problem === undefined) this.isOver = true
      else this.read(problem, log.entry)
    }
  }

  private read(unreadable: string | null, entry: LogEntry): void {
    const { counts } = this
    counts.lines++
    const time = unreadable === null ? timeOf(entry) : null
    if (time === null) {
      counts.unreadable++
      return this.tell(unreadable ?? 'has no time that can be read')
    }
    const found = this.routes.find(entry)
    if (typeof found === 'string') {
      counts.unknownRoutes++
      return this.tell(found)
    }
    if (this.isPlayed[found.route] === 0) {
      counts.otherRoutes++
      return
    }
    const { facts } = this
    this.requests.put(time.at, time.isWholeSecond, {
      route: found.route,
      apiKey: facts.apiKeyOf(entry),
      identity: facts.identityOf(entry),
      item: facts.itemOf(found.item),
    })
  }

  private tell(reason: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line: this.log.line, reason })
  }
}

/** Where a log gives the time more than once, the most exact one that can be read counts. */
function timeOf({ requestTimeEpoch, requestTime, timestamp }: LogEntry): LogTime | null {
  for (const text of [requestTimeEpoch, requestTime, timestamp]) {
    const time = isLogged(text) ? parseLogTime(text) : null
    if (time !== null) return time
  }
  return null
}

/** A source that names no route plays them all. */
function isPlayed({ routes }: TrafficSource, routeKey: string): boolean {
  return Object.keys(routes).length === 0 || (Object.hasOwn(routes, routeKey) && routes[routeKey]! > 0)
}
