import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { bridge } from '../../contract-client'
import { useRunStore } from '../../stores/run-store'
import { toast } from '../../ui/toast'
import { useExportNotes } from './export-notes'
import { EXPORTS, whyNotExport, type ExportFormat } from './export-formats'
import { saveTextFile } from './save-text-file'

/** The run, or its scenario, as a file to take further. */
export function ExportMenu() {
  const phase = useRunStore((state) => state.phase)
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Tooltip label="Export the run">
          <ActionIcon aria-label="Export the run" data-testid="sim-export">
            <IconDownload size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORTS.map((choice) => {
          const reason = whyNotExport(choice, phase)
          return (
            <Menu.Item
              key={choice.format}
              data-format={choice.format}
              aria-disabled={reason !== null || undefined}
              data-off={reason !== null || undefined}
              closeMenuOnClick={reason === null}
              onClick={() => {
                if (reason === null) void save(choice.format)
              }}
            >
              <span className="gw-sim-export-label">{choice.label}</span>
              <span className="gw-sim-note">{reason ?? choice.note}</span>
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

async function save(format: ExportFormat): Promise<void> {
  const { runId } = useRunStore.getState()
  if (runId === null) return
  try {
    const file = await bridge.call('simulator.export', { runId, format })
    saveTextFile(file)
    useExportNotes.setState({ name: file.name, notes: file.notes })
    if (file.notes.length === 0) toast({ message: `Saved ${file.name}`, code: 'run-exported' })
  } catch (error) {
    toast({ message: error instanceof Error ? error.message : String(error), code: 'export-failed' })
  }
}
