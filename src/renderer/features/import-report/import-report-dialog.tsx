import { Button, Group, Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import type { ImportReport } from '@shared/contract/import-report'
import { confirmImport, folderOf } from '../../stores/project-actions'
import { useShellStore } from '../../stores/shell-store'
import { ActionButton } from '../../ui/action-button'
import { DiagnosticList } from '../../ui/diagnostic-list'
import { plural } from '../../ui/format'
import { ImportLines } from './import-lines'
import { ImportParameters } from './import-parameters'
import './import-report.css'

/** What was understood of a document, before anything of it is kept. */
export function ImportReportDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'import-report')
  const report = useShellStore((state) => state.importReport)
  const close = useShellStore((state) => state.close)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={report && (report.design === null ? `${report.fileName} cannot be imported` : `Import ${report.fileName}`)}
      size={860}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {report && <ReportBody report={report} onClose={close} />}
    </Modal>
  )
}

function Summary({ report }: { readonly report: ImportReport }) {
  const { design, carried, diagnostics, format } = report
  if (design === null) {
    return (
      <p>
        Nothing was imported, and the open project stays as it is. Expected: OpenAPI 2.0, 3.0 or 3.1, a CloudFormation,
        SAM or synthesised CDK template, a script of AWS CLI commands, or a Gatewright project.
      </p>
    )
  }
  const count = (outcome: string): number => carried.filter((line) => line.outcome === outcome).length
  return (
    <p>
      {format}. {plural(design.apis.length, 'API')}, {plural(count('carried'), 'thing')} understood,{' '}
      {count('approximated')} approximated, {count('kept')} kept without effect, {count('dropped')} dropped,{' '}
      {plural(diagnostics.length, 'remark')}. Nothing is saved before you import.
    </p>
  )
}

function ReportBody({ report, onClose }: { readonly report: ImportReport; onClose(): void }) {
  const { design, diagnostics, carried, parameters = [] } = report
  const folder = useShellStore(({ importDocument }) =>
    importDocument !== null && 'path' in importDocument ? folderOf(importDocument.path) : null,
  )
  const [isBeside, setBeside] = useState(true)
  return (
    <div className="gw-import" data-testid="import-report" data-has-place={folder === null ? undefined : true}>
      <div className="gw-import-body">
        <Summary report={report} />
        {parameters.length > 0 && (
          <section aria-label="Parameters">
            <h3>Parameters of the template</h3>
            <ImportParameters key={parameters.map(({ value }) => value).join('\n')} parameters={parameters} />
          </section>
        )}
        {carried.length > 0 && (
          <section aria-label="What was understood">
            <h3>What was understood</h3>
            <ImportLines lines={carried} />
          </section>
        )}
        {diagnostics.length > 0 && (
          <section aria-label="Remarks">
            <h3>{design === null ? 'Why' : 'Remarks, with their line'}</h3>
            <DiagnosticList diagnostics={diagnostics} />
          </section>
        )}
      </div>
      {design !== null && folder !== null && (
        <Switch
          mt="md"
          size="xs"
          label="Keep the project beside the file"
          description={`In ${folder}: functions and files that it names are found from there.`}
          checked={isBeside}
          onChange={(event) => setBeside(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button onClick={onClose}>{design === null ? 'Close' : 'Cancel'}</Button>
        {design !== null && (
          <ActionButton
            testId="import-confirm"
            variant="filled"
            attributes={{ 'data-autofocus': true }}
            disabledReason={design.apis.length === 0 ? 'There is no API in the file' : null}
            onClick={() => void confirmImport(report, isBeside)}
          >
            Import
          </ActionButton>
        )}
      </Group>
    </div>
  )
}
