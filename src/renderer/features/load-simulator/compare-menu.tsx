import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core'
import { IconArrowsDiff, IconPencil, IconPin, IconPinFilled, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useKeptRunsStore, type KeptRun } from '../../stores/kept-runs-store'
import { useRunStore } from '../../stores/run-store'
import { ConfirmName } from '../../ui/confirm-name'
import { formatShare } from '../../ui/format'
import { kpiValues } from './kpi-values'
import { useCompared } from './use-compared'

/** The runs that are kept: choose one to compare with, name, pin and remove them. */
export function CompareMenu() {
  const [isOpen, setOpen] = useState(false)
  const [renamed, setRenamed] = useState<KeptRun | null>(null)
  const compared = useCompared()
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="none" width={380} trapFocus returnFocus>
        <Popover.Target>
          <Button
            data-testid="sim-compare"
            className="gw-sim-compare-button"
            aria-expanded={isOpen}
            leftSection={<IconArrowsDiff size={16} stroke={1.6} />}
            variant={compared === null ? 'default' : 'light'}
            onClick={() => setOpen(!isOpen)}
          >
            Compare
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="gw-sim-kept" aria-label="Kept runs">
          <KeptRuns onRename={setRenamed} />
        </Popover.Dropdown>
      </Popover>
      <ConfirmName
        key={renamed?.runId}
        isOpen={renamed !== null}
        title="Rename run"
        label="Name"
        action="Rename"
        initial={renamed?.name}
        onConfirm={(name) => {
          if (renamed !== null) useKeptRunsStore.getState().rename(renamed.runId, name)
          setRenamed(null)
        }}
        onClose={() => setRenamed(null)}
      />
    </>
  )
}

function KeptRuns({ onRename }: { onRename(run: KeptRun): void }) {
  const runs = useKeptRunsStore((state) => state.runs)
  const comparedId = useKeptRunsStore((state) => state.comparedId)
  const compare = useKeptRunsStore((state) => state.compare)
  const shownId = useRunStore((state) => state.runId)
  if (runs.length === 0) {
    return <p className="gw-sim-note">Runs that came to their end are kept here, the last 20. Run a scenario first.</p>
  }
  return (
    <>
      <p className="gw-sim-note">Compare the run on screen with</p>
      <div role="radiogroup" aria-label="Compare with">
        <label className="gw-sim-kept-run">
          <input type="radio" name="compared" checked={comparedId === null} onChange={() => compare(null)} />
          <span>Nothing</span>
        </label>
        {runs.map((run) => (
          <KeptRunLine
            key={run.runId}
            run={run}
            isShown={run.runId === shownId}
            isCompared={run.runId === comparedId}
            onRename={() => onRename(run)}
          />
        ))}
      </div>
    </>
  )
}

interface KeptRunLineProps {
  readonly run: KeptRun
  readonly isShown: boolean
  readonly isCompared: boolean
  onRename(): void
}

function KeptRunLine({ run, isShown, isCompared, onRename }: KeptRunLineProps) {
  const compare = useKeptRunsStore((state) => state.compare)
  const pin = useKeptRunsStore((state) => state.pin)
  const remove = useKeptRunsStore((state) => state.remove)
  const icon = { size: 14, stroke: 1.6 }
  return (
    <div className="gw-sim-kept-run" data-testid="kept-run" data-run={run.runId}>
      <label>
        <input
          type="radio"
          name="compared"
          checked={isCompared}
          aria-disabled={isShown || undefined}
          onChange={() => {
            if (!isShown) compare(run.runId)
          }}
        />
        <span className="gw-sim-kept-name">{run.name}</span>
        <span className="gw-sim-note">{isShown ? 'on screen' : figuresOf(run)}</span>
      </label>
      <Tooltip label={run.isPinned ? 'Unpin' : 'Pin: keep it when the list is full'}>
        <ActionIcon
          size={24}
          aria-label={`Pin ${run.name}`}
          aria-pressed={run.isPinned}
          onClick={() => pin(run.runId, !run.isPinned)}
        >
          {run.isPinned ? <IconPinFilled {...icon} /> : <IconPin {...icon} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Rename">
        <ActionIcon size={24} aria-label={`Rename ${run.name}`} onClick={onRename}>
          <IconPencil {...icon} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Remove">
        <ActionIcon size={24} aria-label={`Remove ${run.name}`} onClick={() => remove(run.runId)}>
          <IconX {...icon} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function figuresOf({ snapshot, result }: KeptRun): string {
  const { servedShare, throttledShare } = kpiValues(snapshot.totals, result.totals.admitted)
  return `${formatShare(servedShare)} served, ${formatShare(throttledShare)} throttled`
}
