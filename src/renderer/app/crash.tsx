import { Button, Group } from '@mantine/core'
import { Component, useState, type ErrorInfo, type ReactNode } from 'react'
import { useShellStore } from '../stores/shell-store'
import './crash.css'
import { bugReport } from './crash-report'

/** The page of a bug: what it means for the person's work, and a report to copy. */
function Crash({ report, onContinue }: { readonly report: string; onContinue?(): void }) {
  const [isCopied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(report)
    setCopied(true)
  }
  return (
    <div className="gw-crash" role="alert" data-testid="crash">
      <h1>Gatewright met a bug</h1>
      <p>
        Your project is saved up to the last edit that showed “Saved”. Copy the report for whoever can mend this, then
        reload the window.
      </p>
      <pre tabIndex={0}>{report}</pre>
      <Group gap="sm">
        <Button variant="filled" onClick={() => window.location.reload()}>
          Reload the window
        </Button>
        <Button onClick={() => void copy()}>{isCopied ? 'Report copied' : 'Copy report'}</Button>
        {onContinue && <Button onClick={onContinue}>Go on without reloading</Button>}
      </Group>
    </div>
  )
}

interface BoundaryState {
  readonly report: string | null
}

/** Shows the page of a bug in place of a window that cannot be drawn. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { report: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { report: bugReport(error) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ report: bugReport(error, info.componentStack ?? '') })
  }

  override render(): ReactNode {
    return this.state.report === null ? this.props.children : <Crash report={this.state.report} />
  }
}

/** A bug outside of drawing: the window still works, so the page can be left. */
export function CrashOverlay() {
  const report = useShellStore((state) => state.crash)
  return report === null ? null : <Crash report={report} onContinue={() => useShellStore.setState({ crash: null })} />
}
