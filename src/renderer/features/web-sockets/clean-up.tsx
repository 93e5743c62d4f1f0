import type { SyntheticEvent } from 'react'

/** What a backend does with a connection that nobody has any more. Source: websocket-api.md 9. */
const LINES = `try { await client.send(new PostToConnectionCommand({ ConnectionId, Data })) }
catch (error) { if (error.name === 'GoneException') await connections.delete(ConnectionId); else throw error }`

/** It opens below the edge of a low pane. */
function showAll({ currentTarget }: SyntheticEvent<HTMLDetailsElement>): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
}

/** One sentence and two lines about ids of clients that have gone. */
export function CleanUp() {
  return (
    <details className="gw-ws-clean-up" data-testid="ws-clean-up" onToggle={showAll}>
      <summary>How handlers clean up</summary>
      <p className="gw-ws-hint">
        A handler deletes the id that is answered 410 from where it keeps connections, as $disconnect may come late or
        never.
      </p>
      <pre className="gw-ws-text gw-mono" tabIndex={0} aria-label="Code that deletes ids of clients that have gone">
        {LINES}
      </pre>
    </details>
  )
}
