import { MENU_COMMANDS, type MenuCommandId } from '@shared/contract/menu'
import { bridge } from '../contract-client'
import { keyCaps, keysOf, keysText } from '../ui/keys'

/** Whether Cmd takes the place of Ctrl. */
export const IS_MAC = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac')

function keysHere(id: MenuCommandId): string | undefined {
  const entry = MENU_COMMANDS.find((each) => each.id === id)
  return entry && keysOf(entry, bridge.host)
}

/** "Ctrl+K" for 'view.palette'; undefined when the command has no keys here. */
export function commandKeys(id: MenuCommandId): string | undefined {
  const keys = keysHere(id)
  return keys === undefined ? undefined : keysText(keys, IS_MAC)
}

/** The same as single caps: ["Ctrl", "K"]. */
export function commandCaps(id: MenuCommandId): string[] {
  const keys = keysHere(id)
  return keys === undefined ? [] : keyCaps(keys, IS_MAC)
}
