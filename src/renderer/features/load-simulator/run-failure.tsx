import { IconAlertCircle } from '@tabler/icons-react'
import { useRunStore } from '../../stores/run-store'
import { unsaidDiagnostics } from '../../ui/unsaid-diagnostics'

/** Why a run could not start or did not end, with every problem that was found. */
export function RunFailure() {
  const failure = useRunStore((state) => (state.phase === 'failed' ? (state.failure ?? 'The run failed') : null))
  const diagnostics = useRunStore((state) => state.diagnostics)
  if (failure === null) return null
  const unsaid = unsaidDiagnostics(failure, diagnostics)
  return (
    <div className="gw-sim-failure" role="alert">
      <IconAlertCircle size={16} stroke={1.6} aria-hidden="true" />
      <div>
        <p>{failure}</p>
        {unsaid.length > 0 && (
          <ul>
            {unsaid.map(({ code, message, pointer }) => (
              <li key={`${code} ${pointer} ${message}`}>
                {message} <code>{code}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
