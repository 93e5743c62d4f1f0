import type { Said } from '../../stores/said-members'
import { grouped } from './grouped'

/** Connections that belong together. */
export interface Room {
  /** Of the value or the broadcast; "" for those that belong to none. */
  readonly key: string
  readonly label: string
  readonly connectionIds: readonly string[]
}

/** Members that chat programs name their rooms with, the likeliest first. */
const LIKELY = ['roomid', 'room', 'channel', 'channelid', 'topic', 'group', 'groupid', 'orderid', 'sessionid', 'gameid']

/** The names that clients sent values under, the likeliest to be a room first. `except` are no rooms: what chooses the route. */
export function roomMembers(said: readonly Said[], except: readonly string[]): string[] {
  const senders = new Map<string, number>()
  for (const one of said) for (const name of Object.keys(one)) senders.set(name, (senders.get(name) ?? 0) + 1)
  const names = [...senders.keys()].filter((name) => !except.includes(name))
  const rank = (name: string): number => {
    const at = LIKELY.indexOf((name.split('.').at(-1) ?? name).toLowerCase())
    return at === -1 ? LIKELY.length : at
  }
  return names.toSorted((a, b) => rank(a) - rank(b) || senders.get(b)! - senders.get(a)! || (a < b ? -1 : 1))
}

/** The member that most likely names a room; null when none does by its name. */
export function guessMember(members: readonly string[]): string | null {
  return members.find((name) => LIKELY.includes((name.split('.').at(-1) ?? name).toLowerCase())) ?? null
}

/** Connections by the last value that each sent under a name; those that sent none come last. */
export function roomsBy(
  connectionIds: readonly string[],
  said: Readonly<Record<string, Said>>,
  member: string,
): Room[] {
  const valueOf = (id: string): string | undefined => {
    const own = said[id]
    return own !== undefined && Object.hasOwn(own, member) ? own[member] : undefined
  }
  const byValue = grouped(connectionIds, (id) => valueOf(id) ?? '')
  const rooms = [...byValue].map(([key, ids]) => ({
    key,
    label: key === '' ? `no ${member} sent` : key,
    connectionIds: ids,
  }))
  return rooms.toSorted((a, b) => Number(a.key === '') - Number(b.key === '') || (a.key < b.key ? -1 : 1))
}

/** Without any name to go by: everybody in one. */
export function oneRoom(connectionIds: readonly string[]): Room[] {
  return connectionIds.length === 0 ? [] : [{ key: '', label: 'all connections', connectionIds }]
}
