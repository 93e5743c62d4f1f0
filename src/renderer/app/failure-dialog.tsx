import { Button, Group, Modal } from '@mantine/core'
import { useShellStore, type Failure } from '../stores/shell-store'
import { DiagnosticList } from '../ui/diagnostic-list'

/** A message may be that of the only diagnostic, with its place: it is not told twice. */
function unsaid({ message, diagnostics }: Failure): Failure['diagnostics'] {
  const [only] = diagnostics
  return diagnostics.length === 1 && only && message.includes(only.message) ? [] : diagnostics
}

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
      {failure && <DiagnosticList diagnostics={unsaid(failure)} />}
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={close}>
          Close
        </Button>
      </Group>
    </Modal>
  )
}
