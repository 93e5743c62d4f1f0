import type { Room } from './rooms'

/** Above so many connections a group shows a count in place of dots. */
export const MOST_DOTS = 200

export interface MapDot {
  readonly connectionId: string
  readonly x: number
  readonly y: number
}

/** A group as it is drawn. Pixels. */
export interface MapGroup {
  readonly room: Room
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Empty when there are too many to be drawn. */
  readonly dots: readonly MapDot[]
}

export interface MapLayout {
  readonly groups: readonly MapGroup[]
  readonly height: number
}

const GAP = 8
const LABEL = 22
const CELL = 20
const LEAST_WIDTH = 132

/** Groups side by side in rows of equal columns, each as high as its dots need. */
export function mapLayout(rooms: readonly Room[], width: number): MapLayout {
  const count = rooms.reduce((sum, { connectionIds }) => sum + connectionIds.length, 0)
  const columns = Math.max(1, Math.min(rooms.length, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))))
  const each = Math.max(LEAST_WIDTH, Math.floor((width - GAP * (columns - 1)) / columns))
  const perLine = Math.max(1, Math.floor((each - GAP * 2) / CELL))
  const groups: MapGroup[] = []
  let y = 0
  for (let at = 0; at < rooms.length; at += columns) {
    const line = rooms.slice(at, at + columns)
    const most = Math.max(...line.map(({ connectionIds }) => connectionIds.length))
    const lines = count > MOST_DOTS ? 1 : Math.max(1, Math.ceil(most / perLine))
    const height = LABEL + lines * CELL + GAP
    for (const [index, room] of line.entries()) {
      const x = index * (each + GAP)
      const dots = count > MOST_DOTS ? [] : dotsOf(room, x + GAP, y + LABEL, perLine)
      groups.push({ room, x, y, width: each, height, dots })
    }
    y += height + GAP
  }
  return { groups, height: Math.max(0, y - GAP) }
}

function dotsOf({ connectionIds }: Room, left: number, top: number, perLine: number): MapDot[] {
  return connectionIds.map((connectionId, index) => ({
    connectionId,
    x: left + (index % perLine) * CELL + CELL / 2,
    y: top + Math.floor(index / perLine) * CELL + CELL / 2,
  }))
}
