import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { FRAME_TEXT_LIMIT, type FrameEvent } from '@shared/contract/websocket'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { formatClock, formatMs } from '../../ui/format'
import { prettyJson } from '../../ui/pretty-json'
import { frameLine } from './frame-line'
import type { OnScreen } from './use-web-socket'

/** All of one frame: its text with breaks, what became of it and how long that took. */
export function FrameDetail({ entry, screen }: { readonly entry: StreamEntry; readonly screen: OnScreen }) {
  const line = frameLine(entry, undefined)
  const { text } = line
  const facts = entry.kind === 'frame' ? factsOf(entry.frame) : []
  const hasPipeline = entry.kind === 'opened' || (entry.kind === 'frame' && entry.frame.isPush !== true)
  const canTake = entry.kind === 'frame' && entry.frame.direction === 'in'
  return (
    <section className="gw-ws-detail" aria-label="Frame" data-testid="ws-frame-detail">
      <div className="gw-ws-detail-head">
        <b>{line.label}</b>
        <span className="gw-ws-none">{[formatClock(entry.at), line.size, ...facts].filter(Boolean).join(', ')}</span>
        <span className="gw-ws-gap" />
        {hasPipeline && (
          <ActionButton
            testId="ws-frame-pipeline"
            onClick={() => useWebSocketView.setState({ framesTab: 'pipeline', pipelineRoute: null })}
          >
            Pipeline
          </ActionButton>
        )}
        {canTake && (
          <ActionButton
            onClick={() => useWebSocketView.getState().write(screen.api.id, prettyJson(text)?.text ?? text)}
          >
            Write again
          </ActionButton>
        )}
        <Tooltip label="Close">
          <ActionIcon
            size={24}
            aria-label="Close the frame"
            onClick={() => useWebSocketView.setState({ entryId: null })}
          >
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {line.problem !== null && <p className="gw-ws-problem">{line.problem}</p>}
      <pre className="gw-ws-text gw-mono" tabIndex={0} aria-label="Text of the frame">
        {prettyJson(text)?.text ?? text}
      </pre>
      {text.length >= FRAME_TEXT_LIMIT && <p className="gw-ws-none">Its first 4,096 characters.</p>}
    </section>
  )
}

function factsOf({ durationMs, integrationMs, status }: FrameEvent): string[] {
  return [
    status === null ? '' : `status ${status}`,
    durationMs === null ? '' : formatMs(durationMs),
    integrationMs === null ? '' : `integration ${formatMs(integrationMs)}`,
  ].filter((fact) => fact !== '')
}
