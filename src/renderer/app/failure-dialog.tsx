import { Button, Group, Modal } from '@mantine/core'
import { useShellStore } from '../stores/shell-store'
import { DiagnosticList } from '../ui/diagnostic-list'
import { unsaidDiagnostics } from '../ui/unsaid-diagnostics'

/** An action that could not be done: what, why, and where in the file. */
export function FailureDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'failure')
  const failure = useShellStore((state) => state.failure)
  const close = useShellStore((state) => state.close)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={failure?.title}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
      data-testid="failure"
    >
      <p className="gw-dialog-text" role="alert">
        {failure?.message}
      </p>
      {failure && <DiagnosticList diagnostics={unsaidDiagnostics(failure.message, failure.diagnostics)} />}
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={close}>
          Close
        </Button>
      </Group>
    </Modal>
  )
}
