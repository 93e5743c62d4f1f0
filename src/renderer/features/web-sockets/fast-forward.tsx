import { Menu, NumberInput } from '@mantine/core'
import { IconPlayerTrackNext } from '@tabler/icons-react'
import { useState } from 'react'
import type { SocketRow } from '../../stores/web-socket-feed'
import { ageConnections } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { formatDuration, plural } from '../../ui/format'
import { secondsToIdleLimit } from './limits'
import { fail } from './open-sockets'

const LONGEST_MINUTES = 24 * 60

/** Lets connections age, so that their limits need not be waited for. */
export function FastForward({ rows }: { readonly rows: readonly SocketRow[] }) {
  const [isOpen, setOpen] = useState(false)
  const [minutes, setMinutes] = useState<number | string>(5)
  const reason = rows.length === 0 ? 'No connection is open' : null
  const toIdle = secondsToIdleLimit(rows, Date.now()) ?? 1
  function pass(seconds: number): void {
    setOpen(false)
    void fastForward(seconds)
  }
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={232} closeOnItemClick={false}>
      <Menu.Target>
        <span>
          <ActionButton
            testId="ws-fast-forward"
            leftSection={<IconPlayerTrackNext size={14} stroke={1.6} aria-hidden />}
            attributes={{ 'aria-haspopup': 'menu', 'aria-expanded': isOpen }}
            disabledReason={reason}
            onClick={() => setOpen(!isOpen)}
          >
            Fast-forward
          </ActionButton>
        </span>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">
        <Menu.Item onClick={() => pass(60)}>1 minute</Menu.Item>
        <Menu.Item onClick={() => pass(toIdle)}>To the next idle limit, {formatDuration(toIdle)}</Menu.Item>
        <Menu.Item onClick={() => pass(7200)}>2 hours, the age limit</Menu.Item>
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
            onClick={() => pass(Math.min(LONGEST_MINUTES, Number(minutes)) * 60)}
          >
            Pass
          </ActionButton>
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}

async function fastForward(seconds: number): Promise<void> {
  try {
    const closed = await ageConnections(seconds)
    const outcome = closed === 0 ? 'No connection met a limit.' : `${plural(closed, 'connection')} met a limit and closed with 1001.`
    const text = `${formatDuration(seconds)} passed for every connection. ${outcome}`
    useWebSocketView.setState({ notice: { kind: 'told', text } })
  } catch (error) {
    fail(error)
  }
}
