import { IconEraser } from '@tabler/icons-react'
import { useMemo, type ComponentType } from 'react'
import { useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView, type FramesTab } from '../../stores/web-socket-view'
import { formatBytes, formatCount, plural } from '../../ui/format'
import { Pane } from '../../ui/pane'
import { PaneTabs, type PaneTab } from '../../ui/pane-tabs'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { FrameDetail } from './frame-detail'
import { IconAction } from './icon-action'
import { FrameList } from './frame-list'
import { MessagePipeline } from './message-pipeline'
import { useEntries, useSelectedSocket, type OnScreen } from './use-web-socket'

export interface FramesPaneProps {
  readonly screen: OnScreen
  readonly RouteLadder: ComponentType<{ readonly routeKey: string }>
}

/** What went over the connections, of one or of all, and the pipeline that a message takes. */
export function FramesPane({ screen, RouteLadder }: FramesPaneProps) {
  const tab = useWebSocketView((state) => state.framesTab)
  const entryId = useWebSocketView((state) => state.entryId)
  const entries = useEntries(screen)
  const selected = useSelectedSocket(screen)
  const selectedId = selected?.connection.connectionId ?? null
  const shown = useMemo(
    () =>
      tab === 'all' || selectedId === null ? entries : entries.filter((entry) => entry.connectionId === selectedId),
    [entries, selectedId, tab],
  )
  return (
    <Pane
      label="Frames"
      head={<Head name={selected?.name ?? null} shown={shown} hasChosen={shown.some(({ id }) => id === entryId)} />}
    >
      {tab === 'pipeline' ? (
        <MessagePipeline screen={screen} entries={shown} RouteLadder={RouteLadder} />
      ) : (
        <Frames screen={screen} shown={shown} hasNames={tab === 'all' || selectedId === null} />
      )}
    </Pane>
  )
}

interface FramesProps {
  readonly screen: OnScreen
  readonly shown: readonly StreamEntry[]
  readonly hasNames: boolean
}

function Frames({ screen, shown, hasNames }: FramesProps) {
  const entryId = useWebSocketView((state) => state.entryId)
  const notShown = useWebSocketStore((state) => state.notShown)
  const entry = shown.find(({ id }) => id === entryId) ?? null
  return (
    <div className="gw-ws-column">
      {notShown > 0 && (
        <p className="gw-ws-dropped" data-testid="ws-dropped" data-count={notShown}>
          {plural(notShown, 'frame')} {notShown === 1 ? 'was' : 'were'} not shown: at most 50 a second are told.
        </p>
      )}
      <div className="gw-ws-fill">
        <FrameList screen={screen} entries={shown} hasNames={hasNames} />
      </div>
      {entry !== null && <FrameDetail entry={entry} screen={screen} />}
    </div>
  )
}

function pipelineLabel(route: string | null, hasChosen: boolean, shown: readonly StreamEntry[]): string {
  if (route !== null) return `Pipeline of ${route}`
  if (hasChosen) return 'Pipeline of this frame'
  const hasMessage = shown.some((entry) => entry.kind === 'frame' && entry.frame.direction === 'in')
  return hasMessage ? 'Pipeline of last message' : 'Pipeline of handshake'
}

interface HeadProps {
  readonly name: string | null
  readonly shown: readonly StreamEntry[]
  readonly hasChosen: boolean
}

function Head({ name, shown, hasChosen }: HeadProps) {
  const tab = useWebSocketView((state) => state.framesTab)
  const route = useWebSocketView((state) => state.pipelineRoute)
  const tabs: readonly PaneTab<FramesTab>[] = [
    { id: 'selected', label: name === null ? 'Frames' : `Frames, ${name}` },
    { id: 'all', label: 'All connections' },
    { id: 'pipeline', label: pipelineLabel(route, hasChosen, shown) },
  ]
  const frames = shown.flatMap((entry) => (entry.kind === 'frame' ? [entry.frame] : []))
  const bytes = frames.reduce((sum, frame) => sum + frame.bytes, 0)
  return (
    <>
      <PaneTabs<FramesTab>
        label="Frames"
        tabs={tabs}
        active={tab}
        onChange={(framesTab) => useWebSocketView.setState({ framesTab, pipelineRoute: null })}
      />
      <span className="gw-ws-gap" />
      {tab !== 'pipeline' && (
        <>
          <span className="gw-pane-note gw-numbers" data-testid="ws-frame-count" data-count={frames.length}>
            {formatCount(frames.length)} {frames.length === 1 ? 'frame' : 'frames'}, {formatBytes(bytes)}
          </span>
          <IconAction
            icon={IconEraser}
            label="Clear frames"
            reason={shown.length === 0 ? 'There is nothing to clear' : null}
            onClick={() => useWebSocketStore.getState().clearFrames()}
          />
        </>
      )}
    </>
  )
}
