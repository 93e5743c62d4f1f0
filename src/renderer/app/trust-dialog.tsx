import { Button, Group, Modal } from '@mantine/core'
import { useGatewayStore } from '../stores/gateway-store'
import { useShellStore } from '../stores/shell-store'

/** Asked once for each folder before code of a project runs. */
export function TrustDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'trust')
  const trust = useShellStore((state) => state.trust)
  const close = useShellStore((state) => state.close)

  function start(): void {
    close()
    if (trust !== null) void useGatewayStore.getState().start(trust.port, true)
  }

  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Run the functions of this project?"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
      data-testid="trust"
    >
      <p className="gw-dialog-text">
        Starting the gateway runs code from <span className="gw-mono">{trust?.folder}</span> on this computer, with your
        rights. Do that for projects whose code you know.
      </p>
      <ul className="gw-dialog-list gw-mono">
        {trust?.handlers.map((handler) => (
          <li key={handler}>{handler}</li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button onClick={close} data-autofocus>
          Cancel
        </Button>
        <Button variant="filled" onClick={start}>
          Trust this folder and start
        </Button>
      </Group>
    </Modal>
  )
}
