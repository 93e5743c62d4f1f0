import { describe, expect, test } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { MENU_COMMANDS } from '@shared/contract/menu'
import type { MenuCommand } from '@shared/contract/app-info'
import { acceleratorOf, menuTemplate } from './menu'

const itemsOf = (menu: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(menu.submenu) ? menu.submenu : []
const names = (menus: readonly MenuItemConstructorOptions[]) => menus.map(({ label, role }) => label ?? role)

describe('menuTemplate', () => {
  test('has every command of the palette in its menu, once', () => {
    const menus = menuTemplate('linux', () => undefined)
    const found = menus.flatMap((menu) => itemsOf(menu).flatMap(({ id }) => (id ? [`${menu.label} ${id}`] : [])))
    expect(found.toSorted()).toEqual(MENU_COMMANDS.map(({ menu, id }) => `${menu} ${id}`).toSorted())
  })

  test('tells the window which command was chosen', () => {
    const chosen: MenuCommand[] = []
    const menus = menuTemplate('linux', (command) => chosen.push(command))
    const item = menus.flatMap(itemsOf).find(({ id }) => id === 'run.simulate')
    // A click's arguments are Electron's own objects, which the template does not use.
    Reflect.apply(item?.click ?? expect.fail('no such item'), undefined, [])
    expect(chosen).toEqual([{ id: 'run.simulate' }])
  })

  test('keeps the order that people know on each system', () => {
    const order = ['File', 'Edit', 'Route', 'Run', 'View', 'windowMenu', 'Help']
    expect(names(menuTemplate('linux', () => undefined))).toEqual(order)
    expect(names(menuTemplate('darwin', () => undefined))).toEqual(['appMenu', ...order])
  })

  test('shows keys without taking them from the page', () => {
    const items = menuTemplate('linux', () => undefined).flatMap(itemsOf)
    const undo = items.find(({ id }) => id === 'edit.undo')
    expect([undo?.accelerator, undo?.registerAccelerator]).toEqual(['CommandOrControl+Z', false])
  })
})

test.each([
  ['Mod+Shift+D', 'CommandOrControl+Shift+D'],
  ['Alt+1', 'Alt+1'],
  ['Mod+\\', 'CommandOrControl+\\'],
])('%s is written %s for Electron', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator)
})
