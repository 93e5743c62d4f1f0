import { Modal } from '@mantine/core'
import { useShellStore } from '../../stores/shell-store'
import { ImportDrop } from './import-drop'

/** Asks for a file where the window may not open the file dialog by itself, as upon an entry of the native menu. */
export function ChooseImportDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'choose-import')
  const close = useShellStore((state) => state.close)
  return (
    <Modal opened={isOpen} onClose={close} title="Import a file" closeButtonProps={{ 'aria-label': 'Close' }}>
      <ImportDrop />
    </Modal>
  )
}
