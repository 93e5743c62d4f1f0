import { expect, test } from 'vitest'
import { MENU_COMMANDS } from '@shared/contract/menu'
import { isChord, keyCaps, keysText, keyTable, parseKeys, type KeyPress } from './keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('a combination is read into its modifiers and key', () => {
  expect([parseKeys('Mod+Shift+D'), parseKeys('Alt+1'), parseKeys('F6'), parseKeys('Mod+\\')]).toEqual([
    { mod: true, shift: true, alt: false, key: 'd' },
    { mod: false, shift: false, alt: true, key: '1' },
    { mod: false, shift: false, alt: false, key: 'F6' },
    { mod: true, shift: false, alt: false, key: '\\' },
  ])
})

test('Mod is Cmd on macOS and Ctrl elsewhere', () => {
  const chord = parseKeys('Mod+K')
  const [ctrl, cmd] = [press('k', { ctrlKey: true }), press('k', { metaKey: true })]
  expect([
    isChord(chord, ctrl, false),
    isChord(chord, cmd, false),
    isChord(chord, ctrl, true),
    isChord(chord, cmd, true),
  ]).toEqual([true, false, false, true])
})

test('one modifier more or less is another combination', () => {
  const chord = parseKeys('Mod+Z')
  expect([
    isChord(chord, press('Z', { ctrlKey: true, shiftKey: true }), false),
    isChord(chord, press('z'), false),
    isChord(chord, press('z', { ctrlKey: true, altKey: true }), false),
    isChord(chord, press('z', { ctrlKey: true }), false),
  ]).toEqual([false, false, false, true])
})

test('punctuation may need Shift on a keyboard', () => {
  expect(isChord(parseKeys('Mod+/'), press('/', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
})

test('a key that writes another script is known by its place', () => {
  expect([
    isChord(parseKeys('Mod+K'), press('л', { ctrlKey: true, code: 'KeyK' }), false),
    isChord(parseKeys('Alt+1'), press('¡', { altKey: true, code: 'Digit1' }), true),
    isChord(parseKeys('Mod+K'), press('n', { ctrlKey: true, code: 'KeyK' }), false),
  ]).toEqual([true, true, false])
})

test('keys are shown in the words of the system', () => {
  expect([keysText('Mod+Shift+D', false), keysText('Mod+Shift+D', true), keyCaps('Mod+Enter', true)]).toEqual([
    'Ctrl+Shift+D',
    '⇧⌘D',
    ['⌘', '↩'],
  ])
})

test('in the browser the keys that a browser keeps for itself are replaced', () => {
  const keysOfNewRoute = (host: 'electron' | 'loopback') => keyTable(host).find(({ id }) => id === 'route.new')?.keys
  expect([keysOfNewRoute('electron'), keysOfNewRoute('loopback')]).toEqual(['Mod+N', 'Alt+N'])
})

test('no two commands share their keys', () => {
  for (const host of ['electron', 'loopback'] as const) {
    const keys = keyTable(host).map((binding) => binding.keys)
    expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([])
  }
})

test('every command with keys is in the table', () => {
  const withKeys = MENU_COMMANDS.filter((entry) => 'keys' in entry).map(({ id }) => id)
  expect(keyTable('electron').map(({ id }) => id)).toEqual(expect.arrayContaining(withKeys))
})
