import { Modal } from '@mantine/core'
import { useShellStore } from '../stores/shell-store'
import { useUiStore } from '../stores/ui-store'
import { Logo } from '../ui/logo'
import './dialogs.css'

export function AboutDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'about')
  const version = useUiStore((state) => state.info?.version)
  const close = useShellStore((state) => state.close)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="About Gatewright"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="gw-about">
        <Logo size={40} />
        <div>
          <p className="gw-about-name">Gatewright {version}</p>
          <p>Design, run and stress API Gateway on this computer.</p>
          <p>Nothing leaves this computer: no account, no telemetry, no network call but those your own routes make.</p>
          <p>
            MIT licence. The licences of what it is built with are in <code>THIRD-PARTY-NOTICES.txt</code> beside the
            program.
          </p>
          <p>Not made or endorsed by Amazon Web Services; “Amazon API Gateway” names the service it imitates.</p>
        </div>
      </div>
    </Modal>
  )
}
