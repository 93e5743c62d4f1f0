import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPlugConnectedX } from '@tabler/icons-react'
import { useLayoutEffect, useMemo, useRef, type UIEvent } from 'react'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { DataTable, type Column } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { formatClock } from '../../ui/format'
import { frameLine, type FrameLine } from './frame-line'
import { useSockets, type OnScreen } from './use-web-socket'

export interface FrameListProps {
  readonly screen: OnScreen
  readonly entries: readonly StreamEntry[]
  /** Whether each line says whose it is. */
  readonly hasNames: boolean
}

interface Line extends FrameLine {
  readonly entry: StreamEntry
  readonly name: string
}

/** Frames, the newest at the bottom. The list follows them unless somebody has scrolled up. */
export function FrameList({ screen, entries, hasNames }: FrameListProps) {
  const entryId = useWebSocketView((state) => state.entryId)
  const lines = useLines(screen, entries)
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useLayoutEffect(() => {
    const table = box.current?.querySelector('[data-testid="ws-frames"]')
    if (table && follows.current) table.scrollTop = table.scrollHeight
  })
  function onScroll(event: UIEvent): void {
    if (event.target instanceof HTMLElement) follows.current = isAtEnd(event.target)
  }
  return (
    <div className="gw-ws-frames" ref={box} onScrollCapture={onScroll}>
      <DataTable
        columns={columnsOf(hasNames)}
        rows={lines}
        rowKey={({ entry }) => String(entry.id)}
        onRowClick={({ entry }) => useWebSocketView.setState({ entryId: entry.id === entryId ? null : entry.id })}
        selectedKey={entryId === null ? null : String(entryId)}
        label="Frames"
        testId="ws-frames"
        rowTestId="ws-frame"
        rowAttributes={attributesOf}
        empty={<EmptyState title="No frame yet">Send a message on an open connection.</EmptyState>}
      />
    </div>
  )
}

function useLines(screen: OnScreen, entries: readonly StreamEntry[]): readonly Line[] {
  const handshakes = useWebSocketStore((state) => state.handshakes)
  const rows = useSockets(screen)
  return useMemo(() => {
    const names = new Map(rows.map(({ connection, name }) => [connection.connectionId, name]))
    return entries.map((entry) => ({
      ...frameLine(entry, handshakes[entry.connectionId]),
      entry,
      name: names.get(entry.connectionId) ?? '',
    }))
  }, [entries, handshakes, rows])
}

function attributesOf({ direction, entry, label, name, status }: Line) {
  return {
    'data-connection-id': entry.connectionId,
    'data-name': name,
    'data-kind': entry.kind,
    'data-direction': direction,
    'data-route': label,
    ...(status !== null && { 'data-status': status }),
    ...(entry.kind === 'closed' && { 'data-code': entry.code }),
  }
}

function columnsOf(hasNames: boolean): readonly Column<Line>[] {
  const name: Column<Line> = { key: 'name', label: 'Client', width: '64px', render: ({ name: text }) => text }
  return [
    { key: 'time', label: 'Time', width: '104px', mono: true, render: ({ entry }) => formatClock(entry.at) },
    { key: 'direction', label: '', width: '32px', render: (line) => <Direction line={line} /> },
    ...(hasNames ? [name] : []),
    { key: 'label', label: 'Route', width: '88px', mono: true, render: ({ label }) => label },
    {
      key: 'text',
      label: 'Text',
      width: 'minmax(96px, 1fr)',
      mono: true,
      render: ({ problem, text }) => <span title={problem ?? undefined}>{oneLine(text)}</span>,
    },
    {
      key: 'size',
      label: 'Size',
      width: '76px',
      align: 'end',
      render: ({ isProblem, size, status }) => (
        <span className="gw-ws-size" data-problem={isProblem || undefined}>
          {isProblem && status !== null ? status : size}
        </span>
      ),
    },
  ]
}

const TONES = {
  in: { Shape: IconArrowUp, words: 'from the client' },
  out: { Shape: IconArrowDown, words: 'to the client' },
  event: { Shape: IconPlugConnectedX, words: 'closed' },
  problem: { Shape: IconAlertTriangle, words: 'problem' },
} as const

function Direction({ line: { direction, isProblem } }: { readonly line: Line }) {
  const tone = isProblem ? 'problem' : direction
  const { Shape, words } = TONES[tone]
  return (
    <span className="gw-ws-direction" data-tone={tone} title={words}>
      <Shape size={14} stroke={1.6} aria-hidden />
      <span className="gw-hidden">{words}</span>
    </span>
  )
}

/** Enough for any width; the rest is for the detail. */
function oneLine(text: string): string {
  return text.slice(0, 400).replaceAll(/\s+/g, ' ')
}

/** Pixels from the bottom that still count as there. */
const NEAR = 40

function isAtEnd({ clientHeight, scrollHeight, scrollTop }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR
}
