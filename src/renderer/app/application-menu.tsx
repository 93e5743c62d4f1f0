import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { MENU_COMMANDS, type MenuCommandEntry, type MenuCommandId } from '@shared/contract/menu'
import { Logo } from '../ui/logo'
import { runCommand, whyNot } from './commands/commands'
import './menus.css'
import { commandKeys } from '../stores/command-keys'

const MENUS = [...new Set(MENU_COMMANDS.map((entry) => entry.menu))]

function Entry({ id, label }: MenuCommandEntry & { readonly id: MenuCommandId }) {
  const reason = whyNot(id)
  return (
    <Menu.Item
      aria-disabled={reason !== null || undefined}
      title={reason ?? undefined}
      className="gw-menu-item"
      rightSection={<span className="gw-menu-keys">{commandKeys(id)}</span>}
      onClick={() => runCommand(id)}
    >
      {label}
    </Menu.Item>
  )
}

/** The menus that Electron has in its menu bar, for a window without one. */
export function ApplicationMenu() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={180} returnFocus>
      <Menu.Target>
        <ActionIcon className="gw-menu-button" size={32} aria-label="Application menu" data-testid="application-menu">
          <Logo />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">
        {MENUS.map((name) => (
          <Menu.Sub key={name} position="right-start" openDelay={0}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{name}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className="gw-menu" miw={260}>
              {MENU_COMMANDS.filter((entry) => entry.menu === name).map((entry) => (
                <Entry key={entry.id} {...entry} />
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
