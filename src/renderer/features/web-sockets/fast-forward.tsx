import { Button, Menu, NumberInput } from '@mantine/core'
import { IconPlayerTrackNext } from '@tabler/icons-react'
import { useState } from 'react'
import type { SocketRow } from '../../stores/web-socket-feed'
import { ageConnections } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { formatDuration, plural } from '../../ui/format'
import { useNow } from '../../ui/use-now'
import { secondsToIdleLimit } from './limits'
import { fail } from './open-sockets'

const LONGEST_MINUTES = 24 * 60

/** Lets connections age, so that their limits need not be waited for. */
export function FastForward({ rows }: { readonly rows: readonly SocketRow[] }) {
  const [isOpen, setOpen] = useState(false)
  const reason = rows.length === 0 ? 'No connection is open' : null
  function pass(seconds: number): void {
    setOpen(false)
    void fastForward(seconds)
  }
  return (
    <Menu opened={isOpen} onChange={setOpen} disabled={reason !== null} position="bottom-end" width={232}>
      <Menu.Target>
        <Button
          className="gw-ws-fast"
          data-testid="ws-fast-forward"
          aria-label="Fast-forward"
          aria-disabled={reason !== null || undefined}
          aria-description={reason ?? undefined}
          data-off={reason !== null || undefined}
          title={reason ?? 'Let connections age, to see their limits at work'}
          leftSection={<IconPlayerTrackNext size={14} stroke={1.6} aria-hidden />}
        >
          <span className="gw-ws-fast-text">Fast-forward</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">
        <Spans rows={rows} onPass={pass} />
      </Menu.Dropdown>
    </Menu>
  )
}

interface SpansProps {
  readonly rows: readonly SocketRow[]
  onPass(seconds: number): void
}

function Spans({ rows, onPass }: SpansProps) {
  const [minutes, setMinutes] = useState<number | string>(5)
  const toIdle = secondsToIdleLimit(rows, useNow(1000)) ?? 1
  return (
    <>
      <Menu.Item onClick={() => onPass(60)}>1 minute</Menu.Item>
      <Menu.Item onClick={() => onPass(toIdle)}>To the next idle limit, {formatDuration(toIdle)}</Menu.Item>
      <Menu.Item onClick={() => onPass(7200)}>2 hours, the age limit</Menu.Item>
      <Menu.Divider />
      <div className="gw-ws-custom">
        <NumberInput
          aria-label="Minutes to pass"
          suffix=" min"
          min={1}
          max={LONGEST_MINUTES}
          value={minutes}
          onChange={setMinutes}
        />
        <ActionButton
          disabledReason={typeof minutes === 'number' && minutes > 0 ? null : 'Say how many minutes'}
          onClick={() => onPass(Math.min(LONGEST_MINUTES, Number(minutes)) * 60)}
        >
          Pass
        </ActionButton>
      </div>
    </>
  )
}

async function fastForward(seconds: number): Promise<void> {
  try {
    const closed = await ageConnections(seconds)
    const outcome =
      closed === 0 ? 'No connection met a limit.' : `${plural(closed, 'connection')} met a limit and closed with 1001.`
    const text = `${formatDuration(seconds)} passed for every connection. ${outcome}`
    useWebSocketView.setState({ notice: { kind: 'told', text } })
  } catch (error) {
    fail(error)
  }
}
