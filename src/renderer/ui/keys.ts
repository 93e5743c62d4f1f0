import { MENU_COMMANDS, type MenuCommandEntry, type MenuCommandId } from '@shared/contract/menu'

/** One combination of the key table: "Mod+Shift+D". Mod is Cmd on macOS, else Ctrl. */
export interface KeyChord {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** As `KeyboardEvent.key` has it: "d", "Enter", "F6", "\\". */
  readonly key: string
}

/** What of a `KeyboardEvent` decides. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface KeyBinding {
  readonly id: MenuCommandId | WindowKeyId
  readonly label: string
  readonly menu: string
  readonly keys: string
}

/** Keys of the window that no menu shows. */
export const WINDOW_KEYS = [
  { id: 'window.commands', label: 'Run a command', keys: 'Mod+Shift+P' },
  { id: 'window.filterSidebar', label: 'Filter the sidebar', keys: 'Mod+Shift+F' },
  { id: 'window.closeTab', label: 'Close tab', keys: 'Mod+W', browserKeys: 'Alt+W' },
  { id: 'window.nextRegion', label: 'Next region', keys: 'F6' },
  { id: 'window.previousRegion', label: 'Previous region', keys: 'Shift+F6' },
] as const
export type WindowKeyId = (typeof WINDOW_KEYS)[number]['id']

export function parseKeys(keys: string): KeyChord {
  const parts = keys.split('+')
  const last = parts.at(-1) ?? ''
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  return { mod: has('Mod'), shift: has('Shift'), alt: has('Alt'), key: last.length === 1 ? last.toLowerCase() : last }
}

/** Whether a key press is this combination. Punctuation may need Shift on some keyboards, so Shift decides only beside letters and names. */
export function isChord(chord: KeyChord, press: KeyPress, isMac: boolean): boolean {
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  const isPunctuation = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key)
  const isShiftRight = press.shiftKey === chord.shift || (isPunctuation && !chord.shift)
  return mod === chord.mod && !other && press.altKey === chord.alt && isShiftRight && isSameKey(chord.key, press)
}

const CODES: Readonly<Record<string, string>> = { '\\': 'Backslash', ',': 'Comma', '/': 'Slash', '.': 'Period' }

/** By what the key writes; by its place on the keyboard where it writes something else with Alt, or another script. */
function isSameKey(key: string, press: KeyPress): boolean {
  if (key.toLowerCase() === press.key.toLowerCase()) return true
  const isForeign = press.key === 'Dead' || (press.key.length === 1 && press.key > '~')
  const code = CODES[key] ?? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`)
  return isForeign && key.length === 1 && press.code === code
}

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }
const MAC_ORDER = ['Alt', 'Shift', 'Mod']

/** The caps to show: ["Ctrl", "Shift", "D"], on macOS ["⇧", "⌘", "D"]. */
export function keyCaps(keys: string, isMac: boolean): string[] {
  const parts = keys.split('+')
  if (!isMac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part))
  const modifiers = MAC_ORDER.filter((name) => parts.slice(0, -1).includes(name))
  return [...modifiers, parts.at(-1) ?? ''].map((part) => MAC_NAMES[part] ?? part)
}

/** "Ctrl+Shift+D", on macOS "⇧⌘D". */
export function keysText(keys: string, isMac: boolean): string {
  return keyCaps(keys, isMac).join(isMac ? '' : '+')
}

/** The keys that reach the page: a browser keeps some combinations for itself. */
export function keysOf(
  entry: Pick<MenuCommandEntry, 'label' | 'keys' | 'browserKeys'>,
  host: 'electron' | 'loopback',
): string | undefined {
  return host === 'loopback' ? (entry.browserKeys ?? entry.keys) : entry.keys
}

/** Every key of the window, once. It feeds the key handler, menus, palette and the shortcuts sheet. */
export function keyTable(host: 'electron' | 'loopback'): KeyBinding[] {
  const entries = [...MENU_COMMANDS, ...WINDOW_KEYS.map((entry) => ({ ...entry, menu: 'Window' }))]
  return entries.flatMap((entry) => {
    const keys = keysOf(entry, host)
    return keys === undefined ? [] : [{ id: entry.id, label: entry.label, menu: entry.menu, keys }]
  })
}
