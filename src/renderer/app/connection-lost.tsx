import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { connection } from '../contract-client'
import './connection-lost.css'

/** The host cannot be reached: nothing can be saved or run until it is back. */
export function ConnectionLost() {
  const state = useSyncExternalStore(connection.subscribe, connection.get)
  if (state.state !== 'lost') return null
  return (
    <div className="gw-lost" role="alert" data-testid="connection-lost">
      <IconPlugConnectedX size={16} stroke={1.6} aria-hidden />
      <span>{state.reason}</span>
      <Button onClick={() => window.location.reload()}>Reload</Button>
    </div>
  )
}
