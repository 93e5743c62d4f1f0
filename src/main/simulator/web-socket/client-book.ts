import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { assumptionsOf } from '../../engine/compile/route-plan'
import type { Millis } from '../../engine/millis'
import type { Runtime } from '../../engine/runtime'
import { AliasTable, popularityWeights } from '../alias-table'
import { Random } from '../random'
import { VANISHED } from './connection-states'
import type { ConnectionTable } from './connection-table'
import type { RoomLists } from './room-lists'
import { sourceBehaviour, type SourceBehaviour } from './source-behaviour'

const ROOM_STREAM = 4_200_000
/** Tries to find another room than those somebody is in already: popular ones come up again and again. */
const MOST_DRAWS = 50

/** The clients' side of the connections: what they do when, and which rooms they are in. */
export class ClientBook {
  readonly sources: readonly SourceBehaviour[]
  private readonly rooms: RoomLists
  private readonly table: ConnectionTable
  private readonly popularity: AliasTable | null
  private readonly roomDraws: Random
  private readonly pingsCount: boolean

  constructor(design: Design, scenario: Scenario, runtime: Runtime, table: ConnectionTable, rooms: RoomLists) {
    const routeKeys = runtime.names.routes.map(({ routeKey }) => routeKey)
    const indexOf = (routeKey: string): number => routeKeys.indexOf(routeKey)
    this.sources = (scenario.connections ?? []).map((source, at) => sourceBehaviour(source, at, scenario, indexOf))
    this.table = table
    this.rooms = rooms
    this.popularity = popularityOf(scenario)
    this.roomDraws = new Random(scenario.seed, ROOM_STREAM)
    this.pingsCount = assumptionsOf(design).pingKeepsConnection
  }

  of(slot: number): SourceBehaviour {
    return this.sources[this.table.source[slot]!]!
  }

  /** What a client that is connected now will do, and where it is. */
  settle(slot: number, now: Millis): void {
    const { table, rooms } = this
    const { stay, gap, joins } = this.of(slot)
    table.openedAt[slot] = now
    table.lastActiveAt[slot] = now
    table.leavesAt[slot] = stay === null ? Infinity : now + stay.next()
    table.nextMessageAt[slot] = gap === null ? Infinity : now + gap.next()
    rooms.enter(slot)
    if (this.popularity === null) return
    for (let joined = 0, draws = 0; joined < joins && draws < MOST_DRAWS * joins; draws++) {
      if (rooms.join(slot, this.popularity.draw(this.roomDraws))) joined++
    }
  }

  /** A popular room more often. */
  drawRoom(): number {
    return this.popularity === null ? 0 : this.popularity.draw(this.roomDraws)
  }

  /** One of so many, each alike. */
  drawOne(count: number): number {
    return Math.floor(this.roomDraws.uniform() * count)
  }

  /** A ping that the gateway has seen by `now` counts as a sign of life. */
  notePings(slot: number, now: Millis): void {
    const { table } = this
    const { pingsEveryMs } = this.of(slot)
    if (!this.pingsCount || pingsEveryMs === Infinity || table.state[slot] === VANISHED) return
    const openedAt = table.openedAt[slot]!
    table.touch(slot, openedAt + Math.floor((now - openedAt) / pingsEveryMs) * pingsEveryMs)
  }
}

function popularityOf({ webSocket = {} }: Scenario): AliasTable | null {
  if (webSocket.rooms === undefined) return null
  const { count, distribution, exponent, hotCount = 1, hotShare = 1 } = webSocket.rooms
  return new AliasTable(popularityWeights(count, distribution, exponent, { hotCount, hotShare }))
}
