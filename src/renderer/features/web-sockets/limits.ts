import type { SocketRow } from '../../stores/web-socket-feed'

/** A connection ends when nothing was sent for so long. Source: websocket-api.md 6. Milliseconds. */
export const IDLE_LIMIT = 10 * 60_000
/** ... and when it is so old, however busy. Source: websocket-api.md 6. */
export const AGE_LIMIT = 2 * 60 * 60_000

/** Until its end, or until `now`. Milliseconds. */
export function openFor({ agedMs, connection, end }: SocketRow, now: number): number {
  return Math.max(0, (end?.at ?? now) - connection.connectedAt + agedMs)
}

export function idleFor({ connection, end }: SocketRow, now: number): number {
  return Math.max(0, (end?.at ?? now) - connection.lastActiveAt)
}

/** Whether its age ended it. */
export function wasTooOld(row: SocketRow): boolean {
  return openFor(row, 0) >= AGE_LIMIT
}

/** Seconds until the connection that was silent longest meets the idle limit; null when none is open. */
export function secondsToIdleLimit(rows: readonly SocketRow[], now: number): number | null {
  const open = rows.filter(({ end }) => end === null)
  if (open.length === 0) return null
  const longest = Math.max(...open.map((row) => idleFor(row, now)))
  return Math.max(1, Math.ceil((IDLE_LIMIT - longest) / 1000))
}
