import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'
import { startHost } from './host-process'
import { AppWindow } from './pages/app-window'

const LESSON = 'burst-is-not-concurrency'

test('a lesson that was not taken yet begins on the welcome page', async ({ app }) => {
  await app.open()
  await expect(app.welcome.lessons).toHaveCount(4)
  const second = app.welcome.lessons.nth(1)
  const id = (await second.getAttribute('data-lesson'))!
  await second.click()
  await expect(app.learn.lesson(id)).toHaveAttribute('aria-current', 'page')
})

test('a lesson is taken wrong, right with the cure, and right at the next try', async ({ app, page, host }) => {
  const { learn } = app
  await app.open()
  await app.press('Alt+8')
  await expect(app.activity('learn')).toHaveAttribute('aria-current', 'page')
  await expect(learn.lesson(LESSON)).toHaveAttribute('aria-current', 'page')
  await expect(learn.runButton).toHaveAccessibleDescription('Choose an answer first')

  await test.step('the run contradicts the prediction', async () => {
    await learn.answer('all').check()
    await learn.run()
    await expect(learn.reason).toHaveAttribute('data-correct', 'false')
    await expect(learn.figure).toHaveAttribute('data-value', '50')
    await expect(learn.answer('all')).toHaveAttribute('data-correct', 'false')
    await expect(learn.answer('full-bucket')).toHaveAttribute('data-correct', 'true')
    await expect(learn.chart).toHaveAccessibleName(/429/)
    await expect(learn.lesson(LESSON)).toHaveAttribute('data-progress', 'DONE')
  })
  await test.step('with the cure it holds', async () => {
    await learn.tryTheCure()
    await expect(learn.cured).toHaveAttribute('data-correct', 'true')
    await expect(learn.figure.last()).toHaveAttribute('data-value', '60')
  })
  await test.step('by keyboard alone: again, and right', async () => {
    await page.getByRole('button', { name: 'Answer again' }).press('Enter')
    await expect(learn.reason).toHaveCount(0)
    await app.press('3')
    await expect(learn.answer('full-bucket')).toBeChecked()
    await app.press('Mod+Enter')
    await learn.isDone()
    await expect(learn.reason).toHaveAttribute('data-correct', 'true')
    await expect(learn.lesson(LESSON)).toHaveAttribute('data-progress', 'DONE')
  })
  await test.step('the next lesson is right at the first try', async () => {
    await learn.next.press('Enter')
    await expect(page.getByRole('heading', { name: '1,500 at one instant?' })).toBeVisible()
    await learn.answer('burst').check()
    await learn.run()
    await expect(learn.lesson('one-instant-or-one-second')).toHaveAttribute('data-progress', 'RIGHT')
  })
  await test.step('progress outlives the program', async () => {
    await page.close()
    const again = await startHost({ folder: host.folder })
    try {
      const window = new AppWindow(await page.context().newPage(), again)
      await window.open()
      await window.goTo('learn')
      await expect(window.learn.lesson(LESSON)).toHaveAttribute('data-progress', 'DONE')
      await expect(window.learn.lesson('one-instant-or-one-second')).toHaveAttribute('data-progress', 'RIGHT')
      await window.page.close()
    } finally {
      await again.end()
    }
  })
})

test('a lesson is found in the palette and opens in Simulate as a project of its own', async ({ app, page }) => {
  const { learn, simulate } = app
  await app.openSample('order-api')
  await app.palette.open()
  await app.palette.input.fill('? storm')
  await app.palette.item('lesson a-retry-storm').click()
  await expect(app.activity('learn')).toHaveAttribute('aria-current', 'page')
  await learn.answer('ten-times').check()
  await learn.run()
  await page.getByRole('button', { name: 'Open in Simulate' }).click()
  await app.dialog('Open in Simulate').getByRole('textbox').fill('My storm')
  await app.dialog('Open in Simulate').getByRole('button', { name: 'Create project' }).click()
  await expect(app.activity('simulate')).toHaveAttribute('aria-current', 'page')
  await expect(page.getByTestId('menu-project')).toHaveAccessibleName('Project My storm')
  await expect(simulate.scenario).toHaveValue('A retry storm')
  await simulate.run()
  await expect(simulate.tile('offered')).toHaveAttribute('data-value', /^[1-9]\d{3,}$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('Learn has no serious accessibility finding', async ({ app, page }) => {
      await app.open()
      await app.goTo('learn')
      await expectAccessible(page, 'before the run')
      await app.learn.lesson('calls-that-hang').click()
      await app.learn.answer('hanging').check()
      await app.learn.run()
      await app.learn.tryTheCure()
      await expectAccessible(page, 'after the cure')
    })
  })
}

for (const [width, height] of [
  [800, 560],
  [720, 450],
] as const) {
  test(`a lesson does not scroll sideways at ${width} x ${height}`, async ({ app, page }) => {
    await page.setViewportSize({ width, height })
    await app.open()
    await app.goTo('learn')
    await expect(app.learn.runButton).toBeVisible()
    await app.press('1')
    await app.learn.run()
    await expectNoSideways(page, 'after the run')
    await app.press('Mod+\\')
    await app.learn.lesson('a-noisy-neighbour').click()
    await expect(page.getByRole('heading', { name: 'A noisy neighbour' })).toBeVisible()
    await expectNoSideways(page, 'with the lessons')
  })
}
