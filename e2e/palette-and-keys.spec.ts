import type { Page } from '@playwright/test'
import { expect, test } from './host'

/** Press Tab until the focus is on an element that fits; a person without a mouse must get there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

/** Controls that are off without saying why to assistive technology. */
async function unexplained(page: Page): Promise<string[]> {
  const controls = page.locator(
    'button[aria-disabled="true"], input[aria-disabled="true"], [role="menuitem"][aria-disabled="true"]',
  )
  const found: string[] = []
  for (const control of await controls.all()) {
    const isExplained = await expect(control)
      .toHaveAccessibleDescription(/\S/, { timeout: 1 })
      .then(() => true)
      .catch(() => false)
    if (!isExplained) found.push(await control.evaluate((element) => element.outerHTML.slice(0, 200)))
  }
  return found
}

test('from the welcome page to a run without a mouse', async ({ app, page }) => {
  const { design, simulate, palette } = app
  await app.open()
  await tabTo(page, '[data-sample="order-api"]')
  await app.press('Enter')
  await expect(design.routeTree).toBeVisible()

  await test.step('the palette opens a route', async () => {
    await palette.open()
    await page.keyboard.type('POST /orders')
    await expect(palette.items.first()).toContainText('POST /orders')
    await app.press('Enter')
    await expect(palette.root).toHaveCount(0)
    await expect(design.tab('route', 'POST /orders')).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('F6 visits every part of the window, Shift+F6 goes back', async () => {
    await page.getByTestId('open-palette').focus()
    const visited: (string | null)[] = []
    for (let presses = 0; presses < 7; presses++) {
      await app.press('F6')
      visited.push(await app.focusedRegion())
    }
    expect(visited).toEqual(['rail', 'sidebar', 'main', 'inspector', 'panel', 'status', 'title'])
    await app.press('Shift+F6')
    expect(await app.focusedRegion()).toBe('status')
  })

  await test.step('arrow keys move along the pipeline, Enter selects, F2 edits', async () => {
    await design.step('throttle').focus()
    await app.press('ArrowDown')
    await expect(design.step('validation')).toBeFocused()
    await app.press('End')
    await expect(design.step('response-mapping')).toBeFocused()
    await app.press('ArrowUp')
    await app.press('Enter')
    await expect(design.inspector).toHaveAttribute('data-step', 'integration')
    await app.press('F2')
    await expect(design.inspector.locator(':focus')).toHaveAttribute('data-testid', 'field')
  })

  await test.step('a number found in the palette is edited where it belongs', async () => {
    await palette.open()
    await page.keyboard.type('method throttle orders')
    await app.press('Enter')
    await expect(design.inspector.locator(':focus')).toHaveAttribute('data-path', /throttlingRateLimit$/)
  })

  await test.step('Alt and a digit change the activity', async () => {
    await app.press('Alt+3')
    await expect(app.activity('try')).toHaveAttribute('aria-current', 'page')
    await app.press('Alt+4')
    await expect(app.activity('simulate')).toHaveAttribute('aria-current', 'page')
    await app.press('Alt+1')
    await expect(app.activity('design')).toHaveAttribute('aria-current', 'page')
  })

  await test.step('Ctrl+Enter tries the route in front, and on Simulate runs the scenario', async () => {
    await app.press('Mod+Enter')
    await expect(app.activity('try')).toHaveAttribute('aria-current', 'page')
    await app.press('Alt+4')
    await app.press('Mod+Enter')
    await expect(app.activity('simulate')).toHaveAttribute('aria-current', 'page')
    await simulate.isDone()
  })
})

test('what lies over the window gives the focus back', async ({ app, page }) => {
  await app.openSample('order-api')
  const origin = app.design.step('throttle')
  const overlays = [
    { keys: 'Mod+k', dialog: app.dialog('Command palette') },
    { keys: 'Mod+/', dialog: app.dialog('Keyboard shortcuts') },
    { keys: 'Mod+o', dialog: app.dialog('Open project') },
  ]
  for (const { keys, dialog } of overlays) {
    await origin.focus()
    await app.press(keys)
    await expect(dialog).toBeVisible()
    await app.closeOverlay()
    await expect(origin).toBeFocused()
  }
  await app.press('Mod+/')
  await expect(app.dialog('Keyboard shortcuts').getByRole('heading', { name: 'Run' })).toBeVisible()
  await expect(page.getByText('Run the scenario')).toBeVisible()
})

test('every command has a name, and one that cannot be done now says why', async ({ app, page }) => {
  await app.open()
  expect(await unexplained(page)).toEqual([])
  await app.palette.open()
  await page.keyboard.type('>')
  const options = page.getByRole('option')
  await expect(options).not.toHaveCount(0)
  for (const option of await options.all()) await expect(option).toHaveAccessibleName(/\w{3}/)
  await expect(app.palette.item('stage.deploy')).toHaveAttribute('aria-disabled', 'true')
  await expect(app.palette.item('stage.deploy')).toContainText('Open or create a project first')
  await app.closeOverlay()

  await app.activity('simulate').focus()
  await expect(app.activity('simulate')).toHaveAccessibleDescription('Open or create a project first')
  await app.press('Enter')
  await expect(app.welcome.root).toBeVisible()

  await app.welcome.sample('order-api').click()
  await expect(app.design.routeTree).toBeVisible()
  await app.press('Alt+w')
  await expect(app.design.main).toContainText('Nothing is open')
  expect(await unexplained(page)).toEqual([])
  await app.goTo('simulate')
  expect(await unexplained(page)).toEqual([])
  await app.goTo('settings')
  expect(await unexplained(page)).toEqual([])
})
