import { Button } from '@mantine/core'
import type { ExportPreview } from '@shared/contract/export'
import { holdsOneApi, useExportStore } from '../../stores/export-store'
import { EmptyState } from '../../ui/empty-state'
import { FORMAT_WORDS } from './export-formats'

interface NoFileProps {
  readonly failure: string | null
  readonly preview: ExportPreview | null
}

/** Why there is no file, and for a WebSocket API the format that holds it. */
export function NoFile({ failure, preview }: NoFileProps) {
  const format = useExportStore((state) => state.format)
  const choose = useExportStore((state) => state.choose)
  const errors = preview?.diagnostics.filter(({ severity }) => severity === 'error') ?? []
  const why = failure ?? errors[0]?.message ?? 'The design has nothing that this format holds.'
  return (
    <EmptyState
      title={`No file in ${FORMAT_WORDS[format].label}`}
      actions={
        holdsOneApi(format) && (
          <Button onClick={() => choose('cloudformation')}>{FORMAT_WORDS.cloudformation.label} instead</Button>
        )
      }
    >
      {why}
    </EmptyState>
  )
}
