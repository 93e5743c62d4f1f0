import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '@shared/contract/app-info'
import { MENU_COMMANDS, type MenuCommandEntry } from '@shared/contract/menu'

type MenuName = MenuCommandEntry['menu']

const MENU_NAMES: readonly MenuName[] = ['File', 'Edit', 'Route', 'Run', 'View', 'Help']

/** What the system does itself, after our own commands of the same menu. */
function systemItems(menu: MenuName, isMac: boolean): MenuItemConstructorOptions[] {
  switch (menu) {
    case 'File':
      return [{ type: 'separator' }, isMac ? { role: 'close' } : { role: 'quit' }]
    case 'Edit':
      return [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'View':
      return [
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ]
    default:
      return []
  }
}

/** The application menu, made from the same list as the palette. */
export function menuTemplate(
  platform: NodeJS.Platform,
  onCommand: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const menus = MENU_NAMES.map((menu): MenuItemConstructorOptions => {
    const own = MENU_COMMANDS.filter((entry) => entry.menu === menu).map((entry) => commandItem(entry, onCommand))
    return { label: menu, submenu: [...own, ...systemItems(menu, isMac)], ...(menu === 'Help' ? { role: 'help' } : {}) }
  })
  const windowMenu: MenuItemConstructorOptions = { role: 'windowMenu' }
  return [...(isMac ? [{ role: 'appMenu' } as const] : []), ...menus.slice(0, -1), windowMenu, ...menus.slice(-1)]
}

function commandItem(
  entry: (typeof MENU_COMMANDS)[number],
  onCommand: (command: MenuCommand) => void,
): MenuItemConstructorOptions {
  const item: MenuItemConstructorOptions = {
    id: entry.id,
    label: entry.label,
    click: () => onCommand({ id: entry.id }),
  }
  if (!('keys' in entry)) return item
  // Shown here, handled by the page's own key table: it knows whether a text field has the focus. (macOS always handles menu keys.)
  return { ...item, accelerator: acceleratorOf(entry.keys), registerAccelerator: false }
}

/** "Mod+Shift+D" -> "CommandOrControl+Shift+D". */
export function acceleratorOf(keys: string): string {
  return keys.replace(/^Mod\+/, 'CommandOrControl+')
}
