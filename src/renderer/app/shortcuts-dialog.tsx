import { Kbd, Modal } from '@mantine/core'
import { bridge } from '../contract-client'
import { useShellStore } from '../stores/shell-store'
import './dialogs.css'
import { keyCaps, keyTable, type KeyBinding } from '../ui/keys'
import { IS_MAC } from '../stores/command-keys'

/** Keys that belong to what has the focus; listed so that they are found. */
const LOCAL_KEYS: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'Move in a tree, table or the pipeline', keys: '↑ ↓' },
  { label: 'First or last entry', keys: 'Home End' },
  { label: 'Fold or unfold', keys: '← →' },
  { label: 'Close what lies on top', keys: 'Esc' },
]

function Line({ label, caps }: { readonly label: string; readonly caps: readonly string[] }) {
  return (
    <div className="gw-shortcut">
      <dt>{label}</dt>
      <dd>
        {caps.map((cap) => (
          <Kbd key={cap}>{cap}</Kbd>
        ))}
      </dd>
    </div>
  )
}

function group(table: readonly KeyBinding[]): [string, KeyBinding[]][] {
  const menus = [...new Set(table.map((binding) => binding.menu))]
  return menus.map((menu) => [menu, table.filter((binding) => binding.menu === menu)])
}

export function ShortcutsDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'shortcuts')
  const close = useShellStore((state) => state.close)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Keyboard shortcuts"
      size={760}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="gw-shortcuts">
        {group(keyTable(bridge.host)).map(([menu, bindings]) => (
          <section key={menu}>
            <h3>{menu}</h3>
            <dl>
              {bindings.map((binding) => (
                <Line key={binding.id} label={binding.label} caps={keyCaps(binding.keys, IS_MAC)} />
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Inside lists and dialogs</h3>
          <dl>
            {LOCAL_KEYS.map(({ label, keys }) => (
              <Line key={label} label={label} caps={keys.split(' ')} />
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  )
}
